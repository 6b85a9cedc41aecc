import type { Client, QueryArrayResult } from 'pg';
import { InputError } from '../../../../core/errors';
import { phrase } from '../../../../core/phrase';
import type { TableData } from '../../../../table/tableData';
import { checkValues } from '../../checkValues';
import { quoteIdentifier } from '../../identifiers';
import type { SqlEngine, SqlValues } from '../../sqlEngine';
import { sqlError } from '../../sqlError';
import { type TypedCells, typedCells } from '../../typedCells';
import { cellsOf } from './cells';
import { postgresDialect, ROW_NUMBER } from './dialect';
import { numbered, written } from './parameters';

const SQL_TYPES = { number: 'float8', boolean: 'boolean', text: 'text' } as const;

/** Rows that one statement brings in. */
const BATCH = 10_000;

/** Postgres as an engine: one connection, which runs one statement after the other. */
export class Postgres implements SqlEngine {
  readonly name = 'Postgres';
  readonly dialect = postgresDialect;
  private open = true;

  constructor(private readonly client: Client) {}

  async query(sql: string, values: SqlValues = []): Promise<TableData> {
    checkValues(values);
    const result = await this.attempt(sql, () => this.client.query({ ...numbered(sql, values), ...AS_TEXT }));
    return tableOf(result, sql);
  }

  /** Several statements at once are one transaction: a table is replaced, or stays as it was. */
  async run(sql: string, values: SqlValues = []): Promise<void> {
    checkValues(values);
    await this.attempt(sql, () => this.client.query(written(sql, values)));
  }

  async createTable(table: string, columns: TableData): Promise<void> {
    const typed = typedCells(columns);
    const declared = typed.map(({ name, type }) => `${quoteIdentifier(name)} ${SQL_TYPES[type]}`);
    const numbers = `${ROW_NUMBER} bigint GENERATED ALWAYS AS IDENTITY`;
    await this.run(
      `DROP TABLE IF EXISTS ${table} CASCADE;\nCREATE TABLE ${table} (${[numbers, ...declared].join(', ')})`,
    );
    for (let row = 0; row < typed[0].cells.length; row += BATCH) await this.insert(table, typed, row);
  }

  async columnsOf(table: string): Promise<string[]> {
    const sql = `SELECT * FROM ${table} LIMIT 0`;
    const { fields } = await this.attempt(sql, () => this.client.query({ text: sql, ...AS_TEXT }));
    return fields.map(({ name }) => name).filter((name) => name !== ROW_NUMBER);
  }

  async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    await this.client.end();
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
    if (!this.open) {
      throw new InputError('unavailable', 'the database is closed', {
        remedy: phrase`open it again with \`openDatabase\``,
      });
    }
    try {
      return await action();
    } catch (cause) {
      throw sqlError(this.name, sql, cause);
    }
  }
}

/** Values as Postgres writes them, so that none is rounded on the way. */
const AS_TEXT = { rowMode: 'array', types: { getTypeParser: () => String } } as const;

function tableOf({ fields, rows }: QueryArrayResult, sql: string): TableData {
  const names = fields.map(({ name }) => name);
  const repeated = names.find((name, j) => names.indexOf(name) !== j);
  if (repeated !== undefined) {
    throw new InputError(
      'duplicate',
      phrase`two columns of the result are called '${repeated}'; name them apart with AS\n\nThe statement:\n${sql}`,
    );
  }
  return Object.fromEntries(
    fields.map(({ name, dataTypeID }, j) => [
      name,
      cellsOf(
        rows.map((row) => row[j] as string | null),
        dataTypeID,
      ),
    ]),
  );
}
