import type { Cell } from '../../../../table/cell';
import { quoteText } from '../../identifiers';
import type { TypedCells } from '../../typedCells';

/** Trino takes statements of up to a million characters. */
const MAX_CHARACTERS = 300_000;

export const SQL_TYPES = { number: 'DOUBLE', boolean: 'BOOLEAN', text: 'VARCHAR' } as const;

/** Statements that bring columns into a table, whose first column numbers the rows. JSON is read faster than VALUES. */
export function* insertStatements(table: string, columns: readonly TypedCells[]): Generator<string> {
  const types = columns.map(({ type }) => SQL_TYPES[type]).join(', ');
  const names = columns.map((_, j) => `c${j}`);
  const rows = columns[0].cells.length;
  for (let from = 0; from < rows; ) {
    const written: string[] = [];
    for (let size = 0, row = from; row < rows && size < MAX_CHARACTERS; row++) {
      const text = JSON.stringify(columns.map(({ cells, type }) => inJson(cells[row], type)));
      written.push(text);
      size += text.length;
    }
    yield `INSERT INTO ${table}
SELECT place + ${from}, ${names.join(', ')}
FROM UNNEST(CAST(json_parse(${quoteText(`[${written.join(',')}]`)}) AS ARRAY(ROW(${types}))))
  WITH ORDINALITY AS given(${names.join(', ')}, place)`;
    from += written.length;
  }
}

/** JSON has no infinite numbers, but texts of them are read as such. */
function inJson(cell: Cell, type: TypedCells['type']): Cell {
  if (cell === null) return null;
  if (type === 'text' || cell === Infinity || cell === -Infinity) return String(cell);
  return cell;
}
