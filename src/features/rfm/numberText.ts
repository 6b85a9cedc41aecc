import { InputError } from '../../core/errors';
import { display } from '../../core/options';
import { quoteIdentifier } from '../../datasets/sql/identifiers';
import type { RawTable } from './rawTable';

/** The mark before decimals. */
export type DecimalMark = '.' | ',';

/** How a column of text becomes exact decimals. */
export interface NumberReading {
  /** SQL that gives DECIMAL, NULL where the text is empty. */
  expression: string;
  recognised: string[];
}

/** What numbers look like, by the mark before decimals; the other mark may part thousands. */
const WRITTEN: Record<DecimalMark, string> = {
  '.': '[+-]?((\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?',
  ',': '[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d*)?',
};

/** Decimals kept; what follows is the dust of binary fractions. */
const MOST_DECIMALS = 9;

/**
 * Reads a column of numbers written as text as DECIMAL with as many decimals as occur, so that sums of money are exact.
 * @param given the mark before decimals; default: the only one that all values allow.
 * @throws InputError naming row and value of the first that is no number, or both readings where two are possible.
 */
export async function numberText(
  raw: RawTable,
  column: string,
  given: DecimalMark | undefined,
): Promise<NumberReading> {
  const text = `nullif(trim(${quoteIdentifier(column)}), '')`;
  const fits = (mark: DecimalMark) => `regexp_full_match(${text}, '${WRITTEN[mark]}')`;
  const { point, comma, whole } = await raw.engine.query(
    `SELECT count(*) FILTER (WHERE NOT ${fits('.')}) AS point,
       count(*) FILTER (WHERE NOT ${fits(',')}) AS comma,
       count(*) FILTER (WHERE regexp_matches(${text}, '[.,]')) AS whole
FROM ${raw.table}`,
  );
  const possible = given === undefined ? (['.', ','] as const) : [given];
  const left = possible.filter((mark) => (mark === '.' ? point : comma)[0] === 0);
  if (left.length === 0) throw await noNumber(raw, column, text, fits(point[0]! <= comma[0]! ? '.' : ','));
  if (left.length === 2 && whole[0] !== 0) throw await ambiguous(raw, column, text);
  const mark = left[0];
  const plain = plainText(text, mark);
  const decimals = await decimalsOf(raw, plain);
  return {
    expression: `CAST(${plain} AS DECIMAL(18, ${decimals}))`,
    recognised: mark === ',' && given === undefined ? [`decimals in '${column}' follow a comma`] : [],
  };
}

function plainText(text: string, mark: DecimalMark): string {
  return mark === '.' ? `replace(${text}, ',', '')` : `replace(replace(${text}, '.', ''), ',', '.')`;
}

async function decimalsOf(raw: RawTable, plain: string): Promise<number> {
  const { most } = await raw.engine.query(
    `SELECT max(CASE WHEN regexp_matches(${plain}, '[eE]') THEN ${MOST_DECIMALS}
       ELSE length(split_part(${plain}, '.', 2)) END) AS most
FROM ${raw.table}`,
  );
  return Math.min(MOST_DECIMALS, Number(most[0] ?? 0));
}

async function noNumber(raw: RawTable, column: string, text: string, fits: string): Promise<InputError> {
  const { row, value } = await firstRow(raw, text, `NOT ${fits}`);
  return new InputError(
    `${raw.file}: column '${column}' holds ${display(value)} in row ${row} (the header not counted), which is no number`,
  );
}

async function ambiguous(raw: RawTable, column: string, text: string): Promise<InputError> {
  const { value } = await firstRow(raw, text, `regexp_matches(${text}, '[.,]')`);
  return new InputError(
    `${raw.file}: numbers in column '${column}' can be read in two ways, such as ${display(value)}; give \`decimal\`, '.' or ','`,
  );
}

/** The first row of the log for which a condition holds, counted from 1, and its text. */
export async function firstRow(
  raw: RawTable,
  text: string,
  condition: string,
): Promise<{ row: number | undefined; value: string }> {
  const { row, value } = await raw.engine.query(
    `WITH numbered AS (SELECT row_number() OVER () AS row, ${text} AS value, ${condition} AS wanted FROM ${raw.table})
SELECT row, value FROM numbered WHERE wanted ORDER BY row LIMIT 1`,
  );
  return { row: row[0] as number | undefined, value: String(value[0]) };
}
