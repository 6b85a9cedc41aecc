import type { DuckDBConnection, DuckDBInstance, DuckDBResultReader } from '@duckdb/node-api';
import type { TableData } from '../../../../table/tableData';
import { checkParameters } from '../../checkParameters';
import { closedDatabase } from '../../closedDatabase';
import type { FileRead, FileSource } from '../../fileSource';
import { checkResultNames } from '../../resultNames';
import type { SqlEngine, SqlValue, SqlValues } from '../../sqlEngine';
import { sqlError } from '../../sqlError';
import { Turns } from '../../turns';
import { appendColumns } from './appendColumns';
import { cellsOf } from './cells';
import { duckdbDialect } from './dialect';
import { readFile } from './readFile';

/** A database in memory beside the one that was opened, gone with it. */
const TEMPORARY = 'customer_segmentation_work';

/** DuckDB as an engine: one connection, one statement at a time. */
export class DuckDB implements SqlEngine {
  readonly name = 'DuckDB';
  readonly dialect = duckdbDialect;
  /** A statement that starts while rows are appended on the same connection would end the append. */
  private readonly turns = new Turns();
  private ended: 'closed' | 'canceled' | undefined;

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  query(sql: string, values: SqlValues = []): Promise<TableData> {
    return this.turns.take(async () =>
      tableOf(await this.attempt(sql, values, (given) => this.connection.runAndReadAll(sql, given)), sql),
    );
  }

  run(sql: string, values: SqlValues = []): Promise<void> {
    return this.turns.take(() => this.execute(sql, values));
  }

  createTable(table: string, columns: TableData): Promise<void> {
    return this.turns.take(() =>
      appendColumns((sql) => this.execute(sql, []), this.connection, table, columns),
    );
  }

  async columnsOf(table: string): Promise<string[]> {
    const { column_name } = await this.query(`DESCRIBE ${table}`);
    return column_name.map(String);
  }

  readFile(source: FileSource, table: string): Promise<FileRead | undefined> {
    return readFile(this, source, table);
  }

  async makeSchema(schema: string): Promise<void> {
    if (schema === TEMPORARY) return;
    await this.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  }

  async temporarySchema(): Promise<string> {
    await this.run(`ATTACH IF NOT EXISTS ':memory:' AS ${TEMPORARY}`);
    return TEMPORARY;
  }

  async cancel(): Promise<void> {
    this.ended ??= 'canceled';
    this.connection.interrupt();
  }

  close(): Promise<void> {
    return this.turns.take(async () => {
      if (this.ended === 'closed') return;
      this.ended = 'closed';
      this.connection.closeSync();
      this.instance.closeSync();
    });
  }

  private async execute(sql: string, values: SqlValues): Promise<void> {
    await this.attempt(sql, values, (given) => this.connection.run(sql, given));
  }

  private async attempt<T>(
    sql: string,
    values: SqlValues,
    action: (given: SqlValue[] | Record<string, SqlValue>) => Promise<T>,
  ): Promise<T> {
    if (this.ended) throw closedDatabase(this.ended);
    checkParameters(values);
    try {
      return await action(values as SqlValue[]);
    } catch (cause) {
      if (this.ended) throw closedDatabase(this.ended);
      throw sqlError(this.name, sql, cause);
    }
  }
}

function tableOf(reader: DuckDBResultReader, sql: string): TableData {
  const names = reader.columnNames();
  checkResultNames(names, sql);
  const types = reader.columnTypes();
  const columns = reader.getColumns();
  return Object.fromEntries(names.map((name, j) => [name, cellsOf(columns[j] ?? [], types[j])]));
}
