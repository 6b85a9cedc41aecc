import type { DuckDBConnection, DuckDBInstance, DuckDBResultReader } from '@duckdb/node-api';
import { InputError } from '../../../../core/errors';
import { firstRepeated } from '../../../../core/firstRepeated';
import { phrase } from '../../../../core/phrase';
import type { TableData } from '../../../../table/tableData';
import { checkValues } from '../../checkValues';
import type { FileRead, FileSource } from '../../fileSource';
import type { SqlEngine, SqlValue, SqlValues } from '../../sqlEngine';
import { sqlError } from '../../sqlError';
import { appendColumns } from './appendColumns';
import { cellsOf } from './cells';
import { duckdbDialect } from './dialect';
import { readFile } from './readFile';

/** DuckDB as an engine: one connection, one statement at a time. */
export class DuckDB implements SqlEngine {
  readonly name = 'DuckDB';
  readonly dialect = duckdbDialect;
  private open = true;
  /** The work asked for last, done or not, so that the next waits for it. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  query(sql: string, values: SqlValues = []): Promise<TableData> {
    return this.inTurn(async () =>
      tableOf(await this.attempt(sql, values, (given) => this.connection.runAndReadAll(sql, given)), sql),
    );
  }

  run(sql: string, values: SqlValues = []): Promise<void> {
    return this.inTurn(() => this.execute(sql, values));
  }

  createTable(table: string, columns: TableData): Promise<void> {
    return this.inTurn(() => appendColumns((sql) => this.execute(sql, []), this.connection, table, columns));
  }

  async columnsOf(table: string): Promise<string[]> {
    const { column_name } = await this.query(`DESCRIBE ${table}`);
    return column_name.map(String);
  }

  readFile(source: FileSource, table: string): Promise<FileRead | undefined> {
    return readFile(this, source, table);
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.open) return;
      this.open = false;
      this.connection.closeSync();
      this.instance.closeSync();
    });
  }

  /** One thing at a time: a statement that starts while rows are appended on the same connection ends the append. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async execute(sql: string, values: SqlValues): Promise<void> {
    await this.attempt(sql, values, (given) => this.connection.run(sql, given));
  }

  private async attempt<T>(
    sql: string,
    values: SqlValues,
    action: (given: SqlValue[] | Record<string, SqlValue>) => Promise<T>,
  ): Promise<T> {
    if (!this.open)
      throw new InputError('unavailable', 'the database is closed', {
        remedy: 'open it again with `openDatabase`',
      });
    checkValues(values);
    try {
      return await action(values as SqlValue[]);
    } catch (cause) {
      throw sqlError(this.name, sql, cause);
    }
  }
}

function tableOf(reader: DuckDBResultReader, sql: string): TableData {
  const names = reader.columnNames();
  const repeated = names[firstRepeated(names)];
  if (repeated !== undefined) {
    throw new InputError('duplicate', phrase`two columns of the result are called ${{ value: repeated }}`, {
      remedy: `name them apart with AS\n\nThe statement:\n${sql}`,
    });
  }
  const types = reader.columnTypes();
  const columns = reader.getColumns();
  return Object.fromEntries(names.map((name, j) => [name, cellsOf(columns[j] ?? [], types[j])]));
}
