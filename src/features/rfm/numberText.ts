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
  const found = await survey(raw, text);
  const possible = given === undefined ? (['.', ','] as const) : [given];
  const left = possible.filter((mark) => found[mark].misfits === 0);
  if (left.length === 0)
    throw await noNumber(raw, column, text, given ?? (found[','].misfits < found['.'].misfits ? ',' : '.'));
  if (left.length === 2 && found.marks > 0) throw await ambiguous(raw, column, text);
  const mark = left[0];
  const decimals = Math.min(MOST_DECIMALS, found[mark].decimals);
  return {
    expression: `CAST(${plainText(text, mark)} AS DECIMAL(18, ${decimals}))`,
    recognised: mark === ',' && given === undefined ? [`decimals in '${column}' follow a comma`] : [],
  };
}

interface Survey extends Record<DecimalMark, { misfits: number; decimals: number }> {
  /** Values with a point or a comma. */
  marks: number;
}

/** What the different values of a column allow. */
async function survey(raw: RawTable, text: string): Promise<Survey> {
  const decimals = (mark: DecimalMark) =>
    `max(CASE WHEN regexp_matches(value, '[eE]') THEN ${MOST_DECIMALS} ELSE length(split_part(value, '${mark}', 2)) END)`;
  const found = await raw.engine.query(
    `WITH texts AS (SELECT DISTINCT ${text} AS value FROM ${raw.table})
SELECT count(*) FILTER (WHERE NOT ${fits('value', '.')}) AS point, ${decimals('.')} AS after_point,
       count(*) FILTER (WHERE NOT ${fits('value', ',')}) AS comma, ${decimals(',')} AS after_comma,
       count(*) FILTER (WHERE regexp_matches(value, '[.,]')) AS marks
FROM texts`,
  );
  const [point, afterPoint, comma, afterComma, marks] = Object.values(found).map(([n]) => Number(n ?? 0));
  return {
    '.': { misfits: point, decimals: afterPoint },
    ',': { misfits: comma, decimals: afterComma },
    marks,
  };
}

function fits(text: string, mark: DecimalMark): string {
  return `regexp_full_match(${text}, '${WRITTEN[mark]}')`;
}

function plainText(text: string, mark: DecimalMark): string {
  return mark === '.' ? `replace(${text}, ',', '')` : `replace(replace(${text}, '.', ''), ',', '.')`;
}

async function noNumber(raw: RawTable, column: string, text: string, mark: DecimalMark): Promise<InputError> {
  const { row, value } = await firstRow(raw, text, `NOT ${fits(text, mark)}`);
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

/** The first row of the log for which a condition holds, counted from 1, and its text: rows come in the log's order. */
export async function firstRow(
  raw: RawTable,
  text: string,
  condition: string,
): Promise<{ row: number | undefined; value: string }> {
  const { row, value } = await raw.engine.query(
    `WITH numbered AS (SELECT row_number() OVER () AS row, ${text} AS value, ${condition} AS wanted FROM ${raw.table})
SELECT row, value FROM numbered WHERE wanted LIMIT 1`,
  );
  return { row: row[0] as number | undefined, value: String(value[0]) };
}
