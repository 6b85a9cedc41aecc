import type { Dialect } from '../../src/datasets/sql/dialect';
import type { SqlEngine, SqlValues } from '../../src/datasets/sql/sqlEngine';

const [OPEN, CLOSE] = ['⟦', '⟧'];

/** An engine that keeps of each statement what did not come from its dialect. */
export interface MarkedEngine extends SqlEngine {
  /** Statements as they ran, with … for what the dialect wrote. */
  readonly portable: string[];
}

/** Marks whatever a dialect writes, so that it can be told from the rest of a statement. */
export function markedEngine(engine: SqlEngine): MarkedEngine {
  const portable: string[] = [];
  const asIs = (sql: string) => {
    portable.push(withoutMarked(sql));
    return sql.replaceAll(OPEN, '').replaceAll(CLOSE, '');
  };
  return {
    name: engine.name,
    dialect: markedDialect(engine.dialect),
    portable,
    query: (sql: string, values?: SqlValues) => engine.query(asIs(sql), values),
    run: (sql: string, values?: SqlValues) => engine.run(asIs(sql), values),
    createTable: (table, columns) => engine.createTable(asIs(table), columns),
    columnsOf: (table) => engine.columnsOf(asIs(table)),
    readFile: engine.readFile && ((source, table) => engine.readFile!(source, asIs(table))),
    makeSchema: (schema) => engine.makeSchema(schema),
    temporarySchema: () => engine.temporarySchema(),
    cancel: () => engine.cancel(),
    close: () => engine.close(),
  };
}

function marked(sql: string): string {
  return `${OPEN}${sql}${CLOSE}`;
}

/** From the inside out, since one expression of a dialect may stand in another. */
function withoutMarked(sql: string): string {
  const next = sql.replace(/⟦[^⟦⟧]*⟧/g, '…');
  return next === sql ? sql : withoutMarked(next);
}

/** Names and texts in quotes are in the same format everywhere, and stay. */
function markedDialect(dialect: Dialect): Dialect {
  const before = (statement: string, select: string) =>
    marked(statement.slice(0, statement.length - select.length)) + select;
  return {
    quoteName: dialect.quoteName,
    quoteText: dialect.quoteText,
    reservedNames: dialect.reservedNames,
    numbering: dialect.numbering,
    rowNumber: (table) => marked(dialect.rowNumber(table)),
    replaceTable: (table, select) => before(dialect.replaceTable(table, select), select),
    replaceView: (view, select) => before(dialect.replaceView(view, select), select),
    matches: (text, pattern) => marked(dialect.matches(text, pattern)),
    replaceMatches: (text, pattern, by) => marked(dialect.replaceMatches(text, pattern, by)),
    fingerprint: (columns) => marked(dialect.fingerprint(columns)),
    latest: (value, by) => marked(dialect.latest(value, by)),
    daysBetween: (from, to) => marked(dialect.daysBetween(from, to)),
    timestamp: (text, formats, orNull) => {
      const sql = dialect.timestamp(text, formats, orNull);
      return sql === undefined ? undefined : marked(sql);
    },
  };
}
