import type { SegmentationColumn } from '../columns/segmentationColumn';
import type { ScoringDialect } from './dialects/scoringDialect';
import { type ColumnNames, readColumn } from './readColumn';
import type { Made, Steps } from './steps';

/** The columns that every step hands on: who the customer is, and why there is no segment. */
export const WHO = ['customer', 'why'] as const;

/** The table and its column that identifies customers, quoted. */
export interface SqlSource {
  table: string;
  id: string;
}

/**
 * The steps that read the table: `customer`, `why` there is no segment (NULL where the customer can be placed) and a value for each of
 * the model's columns. @returns the names of the values.
 */
export function readCustomers(
  steps: Steps,
  columns: readonly SegmentationColumn[],
  { table, id }: SqlSource,
  dialect: ScoringDialect,
): string[] {
  const isFilled = columns.some(({ fill }) => fill !== undefined);
  const names = columns.map(
    ({ name }, j): ColumnNames => ({
      column: `t.${dialect.quoteName(name)}`,
      ...{ raw: `raw${j + 1}`, given: `given${j + 1}`, value: `${isFilled ? 'value' : 'x'}${j + 1}` },
    }),
  );
  const read = columns.map((column, j) => readColumn(column, names[j], dialect));
  const each = (what: 'raw' | 'given' | 'value') => names.map((own) => own[what]);
  const made = (what: 'raw' | 'given' | 'value') => read.map((own, j): Made => [names[j][what], own[what]]);
  const values = columns.map((_, j) => `x${j + 1}`);
  const final = read.map(({ filled }, j): Made => [values[j], filled ?? names[j].value]);
  const reason = read.map((own, j) => `\n      WHEN ${values[j]} IS NULL THEN ${own.reason}`);
  steps.add('source', [], [['customer', `t.${id}`], ...made('raw')], `${table} AS t`);
  steps.add('typed', ['customer', ...each('raw')], made('given'));
  steps.add('usable', ['customer', ...each('raw'), ...each('given')], made('value'));
  if (isFilled) steps.add('filled', ['customer', ...each('raw'), ...each('given')], final);
  steps.add('customers', ['customer', ...values], [['why', `CASE${reason.join('')}\n    END`]]);
  return values;
}
