import { formatList, formatNumber, plural, withUnit } from '../../core/format';
import { skewness } from '../../core/statistics';
import { isMissing } from '../../table/missing';
import type { TypedTable } from '../../table/typedTable';
import { algorithmOf } from '../algorithms';
import { isLaterDay } from '../columns/elapsedTime';
import type { CustomerTableRead } from '../columns/readCustomerTable';
import type { ResolvedOptions } from '../options';
import type { Clustered } from './clusterCustomers';
import type { PreparedCustomers } from './prepareCustomers';
import { codeWarnings, rowWarnings, wordWarnings } from './rowWarnings';

/** Beyond this a few customers decide where segments lie. */
const VERY_SKEWED = 2;

/** What a reader of the segments should keep in mind, in sentences. */
export function fitWarnings(
  read: CustomerTableRead,
  customers: PreparedCustomers,
  clustered: Clustered,
  options: ResolvedOptions,
): string[] {
  const { table } = read;
  return [
    ...rowWarnings(table),
    ...wordWarnings(table, customers),
    ...codeWarnings(read),
    ...dateWarnings(read, customers, options),
    ...fillWarnings(table, customers),
    ...skewWarnings(customers, options),
    ...scaleWarnings(customers, options),
    ...askedWarnings(table, customers),
    ...idWarnings(table, customers),
    ...choiceWarnings(customers, clustered),
    ...(algorithmOf(options.algorithm).warnings?.(clustered.found, clustered.labels) ?? []),
  ];
}

/** Up to which day time is counted, why, and which days lie beyond it. */
function dateWarnings(
  { elapsed, asOf }: CustomerTableRead,
  { columns }: PreparedCustomers,
  options: ResolvedOptions,
): string[] {
  const clustered = new Set(columns.map(({ name }) => name));
  const used = Array.from(elapsed.values()).filter(({ column }) => clustered.has(column.name));
  if (used.length === 0) return [];
  const [{ since }] = used;
  const given = (options.asOf ?? asOf) !== null;
  const names = formatList(used.map(({ column }) => `'${column.name}'`));
  return [
    `${names}: time is counted up to ${since.asOf}, ${given ? 'as you set it' : 'the latest of these dates'}.`,
    ...used.flatMap(({ column }): string[] => {
      const later = Array.from(column.cells).filter(isLaterDay) as string[];
      if (later.length === 0) return [];
      const latest = later.reduce((last, day) => (day > last ? day : last));
      return [
        `'${column.name}': ${plural(later.length, 'customer has', 'customers have')} a day after ${since.asOf} (up to ${latest}) and ${later.length === 1 ? 'takes' : 'take'} no part.`,
      ];
    }),
  ];
}

/** What stands in for missing values, and in how many. */
function fillWarnings(table: TypedTable, { columns, keptByFilling }: PreparedCustomers): string[] {
  const missing = new Map(table.columns.map((column) => [column.name, column.missing]));
  const instead =
    keptByFilling > 0
      ? [
          `${plural(keptByFilling, 'customer lacks', 'customers lack')} a value here or there and would be left out; usual values stand in instead. To leave them out, set the missing option to 'drop-row'.`,
        ]
      : [];
  const filled = columns.flatMap((column): string[] => {
    const count = missing.get(column.name)!;
    if (column.fill === undefined || count === 0) return [];
    const [how, value] =
      column.kind === 'category'
        ? ['the most frequent category', `'${column.fill}'`]
        : [
            column.truth ? 'the most frequent value' : 'the median',
            withUnit(formatNumber(column.fill), column.unit),
          ];
    return [
      `${column.label}: ${plural(count, 'missing value was', 'missing values were')} filled with ${how}, ${value}.`,
    ];
  });
  return [...instead, ...filled];
}

function skewWarnings({ columns, values }: PreparedCustomers, { scale }: ResolvedOptions): string[] {
  if (scale === 'none') return [];
  return columns.flatMap((column, j): string[] => {
    if (column.kind !== 'numeric' || column.log || column.range[0] < 0) return [];
    const skew = skewness(values[j]);
    if (skew < VERY_SKEWED || new Set(values[j]).size <= 2) return [];
    return [
      `${column.label} is very skewed (skewness ${formatNumber(skew, { decimals: 1 })}): a few customers far out may make segments of their own. Its logarithm is worth a try (the log option).`,
    ];
  });
}

/** Columns that are the same for most customers have no interquartile range to be scaled by (see `RobustScaler`). */
function scaleWarnings({ columns }: PreparedCustomers, { scale }: ResolvedOptions): string[] {
  if (scale !== 'robust') return [];
  return columns.flatMap((column): string[] => {
    if (column.kind !== 'numeric') return [];
    const [p5, q1, , q3, p95] = column.quantiles;
    if (q1 !== q3) return [];
    const instead = p5 === p95 ? 'its standard deviation' : 'the range from its 5th to its 95th percentile';
    return [
      `${column.label} is the same for at least half of the customers: its interquartile range is 0, and ${instead} was used to scale it.`,
    ];
  });
}

/** Columns that only take part since somebody named them: identifiers, and codes. */
function askedWarnings(table: TypedTable, { columns }: PreparedCustomers): string[] {
  const clustered = new Set(columns.map(({ name }) => name));
  return table.columns.flatMap(({ name, reason }): string[] =>
    clustered.has(name) && reason !== undefined
      ? [`'${name}' takes part because you named it, although it ${reasonClause(reason)}.`]
      : [],
  );
}

/** 'an identifier by its name' → 'is an identifier by its name'. */
function reasonClause(reason: string): string {
  return reason.startsWith('holds ') ? reason : `is ${reason}`;
}

function idWarnings(table: TypedTable, { id, kept }: PreparedCustomers): string[] {
  const cells = table.columns.find(({ name }) => name === id)?.cells;
  if (!cells) return [];
  const known = Array.from(kept.rows, (row) => cells[row]).filter((value) => !isMissing(value));
  const repeated = known.length - new Set(known).size;
  const warnings: string[] = [];
  if (known.length < kept.rows.length)
    warnings.push(
      `${plural(kept.rows.length - known.length, 'customer has', 'customers have')} no value in '${id}'.`,
    );
  if (repeated > 0)
    warnings.push(`'${id}' repeats ${plural(repeated, 'time')}: some customers have more than one row.`);
  return warnings;
}

function choiceWarnings({ kept }: PreparedCustomers, { choice }: Clustered): string[] {
  if (!choice || choice.rowsJudged === kept.rows.length) return [];
  return [
    `The number of segments was chosen on a random ${choice.rowsJudged} of ${kept.rows.length} customers.`,
  ];
}
