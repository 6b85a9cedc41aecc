import { randomBytes } from 'node:crypto';
import type { Trino as TrinoClient } from 'trino-client';
import type { TableData } from '../../../../table/tableData';
import { checkParameters } from '../../checkParameters';
import { closedDatabase } from '../../closedDatabase';
import { quoteIdentifier, quoteText } from '../../identifiers';
import { written } from '../../parameters';
import { checkResultNames } from '../../resultNames';
import { ROW_NUMBER } from '../../rowNumber';
import type { SqlEngine, SqlValues } from '../../sqlEngine';
import { sqlError } from '../../sqlError';
import { Turns } from '../../turns';
import { typedCells } from '../../typedCells';
import { cellsOf } from './cells';
import { trinoDialect } from './dialect';
import { insertStatements, SQL_TYPES } from './insertStatements';
import { inTheMaking, underNewName } from './newName';
import { type Rows, rowsOf } from './rowsOf';
import { saidOf } from './saidOf';
import { statementsOf } from './statements';

/** Trino as an engine: a cluster of machines, asked one statement after the other. */
export class Trino implements SqlEngine {
  readonly name = 'Trino';
  readonly dialect = trinoDialect;
  private readonly turns = new Turns();
  private ended: 'closed' | 'canceled' | undefined;
  private temporary: string | undefined;

  /**
   * @param source by which the server knows the statements of this engine.
   * @param connect gives another client, for what is asked while a statement runs.
   */
  constructor(
    private readonly client: TrinoClient,
    private readonly source: string,
    private readonly connect: () => TrinoClient,
  ) {}

  query(sql: string, values: SqlValues = []): Promise<TableData> {
    return this.turns.take(async () => {
      checkParameters(values);
      return tableOf(await this.attempt(written(sql, values)), sql);
    });
  }

  /** Values stand in the statements, quoted: those that make tables take no parameters. */
  run(sql: string, values: SqlValues = []): Promise<void> {
    return this.turns.take(() => {
      checkParameters(values);
      return this.execute(statementsOf(written(sql, values)));
    });
  }

  createTable(table: string, columns: TableData): Promise<void> {
    return this.turns.take(async () => {
      const typed = typedCells(columns);
      const declared = typed.map(({ name, type }) => `${quoteIdentifier(name)} ${SQL_TYPES[type]}`);
      const make = (fresh: string) => [
        `CREATE TABLE ${fresh} (${[`${ROW_NUMBER} BIGINT`, ...declared].join(', ')})`,
        ...insertStatements(fresh, typed),
      ];
      await this.execute(underNewName(table, make));
    });
  }

  async columnsOf(table: string): Promise<string[]> {
    const names = await this.turns.take(() => this.attempt(`SELECT * FROM ${table} WHERE FALSE`));
    return names.columns.map(({ name }) => name).filter((name) => name !== ROW_NUMBER);
  }

  /** Looked for first: to ask for a schema that is there needs a right that its users may not have. */
  async makeSchema(schema: string): Promise<void> {
    const isThere = await this.run(`SHOW TABLES FROM ${schema}`).then(
      () => true,
      () => false,
    );
    if (!isThere) await this.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  }

  async temporarySchema(): Promise<string> {
    if (this.temporary === undefined) {
      const name = `customer_segmentation_${randomBytes(6).toString('hex')}`;
      await this.run(`CREATE SCHEMA ${name}`);
      this.temporary = name;
    }
    return this.temporary;
  }

  /** Which statements run, the server knows by their source. */
  async cancel(): Promise<void> {
    this.ended ??= 'canceled';
    const other = this.connect();
    const { rows } = await rowsOf(
      other,
      `SELECT query_id FROM system.runtime.queries
WHERE source = ${quoteText(this.source)} AND state NOT IN ('FINISHED', 'FAILED')`,
    );
    for (const [id] of rows) await other.cancel(String(id));
  }

  async close(): Promise<void> {
    if (this.ended === 'closed') return;
    this.ended = 'closed';
    if (this.temporary !== undefined) await dropSchema(this.connect(), this.temporary);
  }

  private async execute(statements: readonly string[]): Promise<void> {
    for (const statement of statements) {
      try {
        await this.attempt(statement);
      } catch (error) {
        const begun = inTheMaking(statement);
        if (begun !== undefined)
          await rowsOf(this.connect(), `DROP TABLE IF EXISTS ${begun}`).catch(() => undefined);
        throw error;
      }
    }
  }

  private async attempt(sql: string): Promise<Rows> {
    if (this.ended) throw closedDatabase(this.ended);
    try {
      return await rowsOf(this.client, sql);
    } catch (cause) {
      if (this.ended) throw closedDatabase(this.ended);
      throw sqlError(this.name, sql, new Error(saidOf(cause))); // what the client throws holds the password
    }
  }
}

async function dropSchema(client: TrinoClient, schema: string): Promise<void> {
  const { rows } = await rowsOf(
    client,
    `SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = ${quoteText(schema)}`,
  );
  for (const [name, type] of rows) {
    const what = type === 'VIEW' ? 'VIEW' : 'TABLE';
    await rowsOf(client, `DROP ${what} ${schema}.${quoteIdentifier(String(name))}`);
  }
  await rowsOf(client, `DROP SCHEMA ${schema}`);
}

function tableOf({ columns, rows }: Rows, sql: string): TableData {
  checkResultNames(
    columns.map(({ name }) => name),
    sql,
  );
  const cells = columns.map(({ name, type }, j) =>
    cellsOf(
      rows.map((row) => row[j]),
      type,
      name,
    ),
  );
  return Object.fromEntries(columns.map(({ name }, j) => [name, cells[j]]));
}
