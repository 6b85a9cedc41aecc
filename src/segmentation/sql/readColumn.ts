import { levelKey } from '../../table/levelSpellings';
import { PROGRAM_WORDS } from '../../table/missing';
import { markWords, truthWords } from '../../table/truth';
import type { Since } from '../columns/elapsedTime';
import { MISSING_REASON } from '../columns/readFeatures';
import type {
  CategorySegmentationColumn,
  NumericSegmentationColumn,
  SegmentationColumn,
} from '../columns/segmentationColumn';
import type { ScoringDialect } from './dialects/scoringDialect';

/** How a statement reads one of the model's columns: expressions, each over those before it. */
export interface ColumnInSql {
  /** What the table holds, over its column: as it is where it may be a number, otherwise as text. */
  raw: string;
  /** That as a number, a day or a text; NULL where it is none. */
  given: string;
  /** The value that places a customer; NULL where there is none. */
  value: string;
  /** The same with what stands in for a missing value; absent where nothing does. */
  filled?: string;
  /** Why there is none. */
  reason: string;
}

/** The names of these expressions in the statement. */
export interface ColumnNames {
  /** The column of the table, quoted. */
  column: string;
  raw: string;
  given: string;
  value: string;
}

/**
 * A column read as `readFeatures` does: the same values, and a reason where there is none. A cell is a value of the
 * database, so that texts count as numbers only as programs write them, with the model's unit or without it.
 */
export function readColumn(
  column: SegmentationColumn,
  names: ColumnNames,
  dialect: ScoringDialect,
): ColumnInSql {
  if (column.kind === 'category') return readCategory(column, names, dialect);
  return column.since ? readDate(column, column.since, names, dialect) : readNumber(column, names, dialect);
}

function readNumber(
  column: NumericSegmentationColumn,
  names: ColumnNames,
  dialect: ScoringDialect,
): ColumnInSql {
  const { double } = dialect;
  const { given } = names;
  const { missingCodes = [], log } = column;
  const finite = `${given} BETWEEN ${double(-Number.MAX_VALUE)} AND ${double(Number.MAX_VALUE)}`;
  const unfit = [
    ...missingCodes.map(
      (code): Case => [`${given} = ${double(code)}`, `a code for a missing value: ${code}`],
    ),
    ...(log ? [[`${given} < ${double(0)}`, 'negative, where a logarithm is taken'] as const] : []),
  ];
  const usable = [finite, ...unfit.map(([test]) => `NOT ${test}`)].join(' AND ');
  return {
    ...numberIn(column, names, dialect),
    value: `CASE WHEN ${usable} THEN ${given} END`,
    ...withoutValue(column, [...unfit, 'not a number'], names, dialect),
  };
}

/** A number of any type; texts with the model's unit, and words for yes and no where it reads them. */
function numberIn(
  { truth, unit, fill }: NumericSegmentationColumn,
  { column, raw }: ColumnNames,
  dialect: ScoringDialect,
): Pick<ColumnInSql, 'raw' | 'given'> {
  const { double, number, quoteText, text } = dialect;
  if (truth) {
    const yes = [...new Set([...truthWords(1), ...(fill === 0 ? markWords() : [])])];
    const isOneOf = (words: readonly string[]) => `${raw} IN (${words.map(quoteText).join(', ')})`;
    return {
      raw: `lower(trim(${text(column)}))`,
      given: `CASE WHEN ${isOneOf(yes)} THEN ${double(1)} WHEN ${isOneOf(truthWords(0))} THEN ${double(0)} ELSE ${number(raw)} END`,
    };
  }
  if (unit === undefined || !(SIGN.test(unit) || WORD.test(unit))) return { raw: column, given: number(raw) };
  const withoutUnit = `trim(replace(${text(raw)}, ${quoteText(unit)}, ''))`;
  return { raw: column, given: `COALESCE(${number(raw)}, ${number(withoutUnit)})` };
}

/** Units that stand by a number in a cell. */
const SIGN = /^(?:%|\p{Sc}|[A-Z]{3})$/u;
/** 'GB', 'kg', 'nights': of a single letter it would be left open what else it is part of. */
const WORD = /^\p{L}{2,12}$/u;

/** Days written 2024-05-31, whatever time follows, or 20240531. */
function readDate(
  column: NumericSegmentationColumn,
  { unit, asOf }: Since,
  names: ColumnNames,
  dialect: ScoringDialect,
): ColumnInSql {
  const { date, day, daysBetween, double, text } = dialect;
  const { raw, given } = names;
  const written = `trim(${text(names.column)})`;
  const part = (from: number, length: number) => `substr(${written}, ${from}, ${length})`;
  const digits = `${part(1, 4)} || '-' || ${part(5, 2)} || '-' || ${part(7, 2)}`;
  const passed = unit === 'years' ? fullYears(given, asOf) : daysBetween(given, day(asOf));
  const isLater = `${given} > ${day(asOf)}`;
  return {
    raw: `CASE WHEN length(${written}) = 8 THEN ${digits} ELSE ${part(1, 10)} END`,
    given: date(raw),
    value: `CASE WHEN NOT ${isLater} THEN ${double(1)} * ${passed} END`,
    ...withoutValue(
      column,
      [[isLater, `after ${asOf}, the day that is counted up to`], 'not a date'],
      names,
      dialect,
    ),
  };
}

/** Years between the day and `asOf`, one less where its day of the year comes later. */
function fullYears(day: string, asOf: string): string {
  const [year, month, date] = asOf.split('-').map(Number);
  const monthAndDay = `EXTRACT(MONTH FROM ${day}) * 100 + EXTRACT(DAY FROM ${day})`;
  const notYet = `CASE WHEN ${monthAndDay} > ${month * 100 + date} THEN 1 ELSE 0 END`;
  return `(${year} - EXTRACT(YEAR FROM ${day}) - ${notYet})`;
}

/** Levels as the fit has written them or nearly so: the point of a whole number, capitals, a dot at the end, blanks around. */
function readCategory(
  column: CategorySegmentationColumn,
  names: ColumnNames,
  dialect: ScoringDialect,
): ColumnInSql {
  const { quoteText, text } = dialect;
  const { levels } = column;
  const { raw, given } = names;
  const known = new Set(levels);
  const cases = levels.map((level) => {
    const other = otherSpelling(level);
    const spellings = other === undefined || known.has(other) ? [level] : [level, other];
    return `WHEN ${given} IN (${spellings.map(quoteText).join(', ')}) THEN ${quoteText(level)}`;
  });
  const inSmallLetters = simpleKeys(levels).map(([level, key]) => {
    return `WHEN lower(${given}) IN (${[key, `${key}.`].map(quoteText).join(', ')}) THEN ${quoteText(level)}`;
  });
  const isTrimmed = levels.every((level) => level === level.trim());
  const list = levels.map(quoteText).join(', ');
  return {
    raw: isTrimmed ? `trim(${text(names.column)})` : text(names.column),
    given: isTrimmed ? raw : `CASE WHEN ${raw} IN (${list}) THEN ${raw} ELSE trim(${raw}) END`,
    value: `CASE ${[...cases, ...inSmallLetters].join(' ')} END`,
    ...withoutValue(column, ['a category that the model does not know'], names, dialect),
  };
}

/**
 * Levels and the spelling in which `predict` compares them, but those that the model holds in two spellings, and those
 * with letters that not every database writes small in the same way.
 */
function simpleKeys(levels: readonly string[]): (readonly [level: string, key: string])[] {
  const keys = levels.map((level) => [level, levelKey(level)] as const);
  const isAlone = (key: string) => keys.filter(([, other]) => other === key).length === 1;
  return keys.filter(([, key]) => ASCII.test(key) && /[a-z]/.test(key) && isAlone(key));
}

const ASCII = /^[ -~]+$/;

/** 1.0 is 1. */
function otherSpelling(level: string): string | undefined {
  if (/^-?\d{1,15}\.0$/.test(level)) return level.slice(0, -2);
  return /^-?\d{1,15}$/.test(level) ? `${level}.0` : undefined;
}

/** A condition, and why a customer has no value under it; the last is no condition. */
type Case = readonly [test: string, reason: string];

/** Words that exports write for an empty cell; where a value stands in for it, every word of programs counts. */
const USUAL_WORDS = ['', 'nan', 'na', 'n/a', 'null'];

/** What stands in for a missing value, and the reason where nothing does: as `scoredTable` writes it, without the value. */
function withoutValue(
  column: SegmentationColumn,
  cases: readonly (Case | string)[],
  { raw, value }: ColumnNames,
  { double, quoteText, text }: ScoringDialect,
): Pick<ColumnInSql, 'filled' | 'reason'> {
  const { fill, name } = column;
  const words = fill === undefined ? USUAL_WORDS : ['', ...PROGRAM_WORDS];
  const isMissing = `${raw} IS NULL OR lower(trim(${text(raw)})) IN (${words.map(quoteText).join(', ')})`;
  const missing: Case[] = fill === undefined ? [[isMissing, MISSING_REASON]] : [];
  const written = [...missing, ...cases].map((each) =>
    typeof each === 'string'
      ? `ELSE ${quoteText(`${name}: ${each}`)}`
      : `WHEN ${each[0]} THEN ${quoteText(`${name}: ${each[1]}`)}`,
  );
  const reason = written.length > 1 ? `CASE ${written.join(' ')} END` : quoteText(`${name}: ${cases[0]}`);
  if (fill === undefined) return { reason };
  const usual = typeof fill === 'number' ? double(fill) : quoteText(fill);
  return { reason, filled: `COALESCE(${value}, CASE WHEN ${isMissing} THEN ${usual} END)` };
}
