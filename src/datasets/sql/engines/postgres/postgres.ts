import type { Client, QueryArrayResult } from 'pg';
import type { TableData } from '../../../../table/tableData';
import { checkParameters } from '../../checkParameters';
import { closedDatabase } from '../../closedDatabase';
import { quoteIdentifier } from '../../identifiers';
import { written } from '../../parameters';
import { checkResultNames } from '../../resultNames';
import { ROW_NUMBER } from '../../rowNumber';
import type { SqlEngine, SqlValues } from '../../sqlEngine';
import { sqlError } from '../../sqlError';
import { Turns } from '../../turns';
import { type TypedCells, typedCells } from '../../typedCells';
import { cellsOf } from './cells';
import { postgresDialect } from './dialect';
import { numbered } from './numbered';

const SQL_TYPES = { number: 'float8', boolean: 'boolean', text: 'text' } as const;

/** Rows that one statement brings in. */
const BATCH = 10_000;

/** Tables here belong to the connection: they are gone with it, however it ends, and need no right to write. */
const TEMPORARY = 'pg_temp';

/** Postgres as an engine: one connection, which runs one statement after the other. */
export class Postgres implements SqlEngine {
  readonly name = 'Postgres';
  readonly dialect = postgresDialect;
  private readonly turns = new Turns();
  private ended: 'closed' | 'canceled' | undefined;

  /** @param connect opens another connection of the same kind. */
  constructor(
    private readonly client: Client,
    private readonly connect: () => Promise<Client>,
  ) {}

  query(sql: string, values: SqlValues = []): Promise<TableData> {
    return this.turns.take(async () => {
      checkParameters(values);
      const result = await this.attempt(sql, () =>
        this.client.query<(string | null)[]>({ ...numbered(sql, values), ...AS_TEXT }),
      );
      return tableOf(result, sql);
    });
  }

  /** Several statements at once are one transaction: a table is replaced, or stays as it was. */
  run(sql: string, values: SqlValues = []): Promise<void> {
    return this.turns.take(() => this.execute(sql, values));
  }

  createTable(table: string, columns: TableData): Promise<void> {
    return this.turns.take(async () => {
      const typed = typedCells(columns);
      const declared = typed.map(({ name, type }) => `${quoteIdentifier(name)} ${SQL_TYPES[type]}`);
      const numbers = `${ROW_NUMBER} bigint GENERATED ALWAYS AS IDENTITY`;
      const create = `CREATE TABLE ${table} (${[numbers, ...declared].join(', ')})`;
      await this.execute('BEGIN');
      try {
        await this.execute(`DROP TABLE IF EXISTS ${table} CASCADE;\n${create}`);
        for (let row = 0; row < typed[0].cells.length; row += BATCH) await this.insert(table, typed, row);
        await this.execute('COMMIT');
      } catch (error) {
        await this.client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  columnsOf(table: string): Promise<string[]> {
    return this.turns.take(async () => {
      const sql = `SELECT * FROM ${table} LIMIT 0`;
      const { fields } = await this.attempt(sql, () => this.client.query({ text: sql, ...AS_TEXT }));
      return fields.map(({ name }) => name).filter((name) => name !== ROW_NUMBER);
    });
  }

  /** Looked for first: to ask for a schema that is there needs a right that its users may not have. */
  async makeSchema(schema: string): Promise<void> {
    if (schema === TEMPORARY) return;
    const { there } = await this.query('SELECT to_regnamespace($schema) IS NOT NULL AS there', { schema });
    if (!there[0]) await this.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  }

  async temporarySchema(): Promise<string> {
    return TEMPORARY;
  }

  /** Asked for on another connection, since this one waits for its answer. */
  async cancel(): Promise<void> {
    this.ended ??= 'canceled';
    const other = await this.connect();
    try {
      const { processID } = this.client as Client & { processID: number };
      await other.query('SELECT pg_cancel_backend($1)', [processID]);
    } finally {
      await other.end();
    }
  }

  async close(): Promise<void> {
    if (this.ended === 'closed') return;
    this.ended = 'closed';
    await this.client.end();
  }

  private async execute(sql: string, values: SqlValues = []): Promise<void> {
    checkParameters(values);
    await this.attempt(sql, () => this.client.query(written(sql, values)));
  }

  private async insert(table: string, typed: readonly TypedCells[], row: number): Promise<void> {
    const names = typed.map(({ name }) => quoteIdentifier(name)).join(', ');
    const arrays = typed.map(({ type }, j) => `$${j + 1}::${SQL_TYPES[type]}[]`).join(', ');
    const values = typed.map(({ cells, type }) =>
      cells.slice(row, row + BATCH).map((cell) => (cell === null || type !== 'text' ? cell : String(cell))),
    );
    const sql = `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays})`;
    await this.attempt(sql, () => this.client.query(sql, values));
  }

  private async attempt<T>(sql: string, action: () => Promise<T>): Promise<T> {
    if (this.ended) throw closedDatabase(this.ended);
    try {
      return await action();
    } catch (cause) {
      if (this.ended) throw closedDatabase(this.ended);
      throw sqlError(this.name, sql, cause);
    }
  }
}

/** Values as Postgres writes them, so that none is rounded on the way. */
const AS_TEXT = { rowMode: 'array', types: { getTypeParser: () => String } } as const;

function tableOf({ fields, rows }: QueryArrayResult<(string | null)[]>, sql: string): TableData {
  const names = fields.map(({ name }) => name);
  checkResultNames(names, sql);
  const columns = fields.map(({ dataTypeID }, j) =>
    cellsOf(
      rows.map((row) => row[j]),
      dataTypeID,
    ),
  );
  return Object.fromEntries(names.map((name, j) => [name, columns[j]]));
}
