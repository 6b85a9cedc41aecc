import { display } from '../core/options';
import { codesAmong, textCodesAmong } from './codes';
import type { CategoryColumn, TypedColumn } from './column';
import { namesCustomer } from './customerNames';
import { areYearMonths, daysInDigits, yearsOfLife } from './dateDigits';
import { dayOfCell } from './dayNumber';
import { numbersThatIdentify, textsIdentify } from './identifiers';
import { madeNumbers } from './madeNumbers';
import { isMissing } from './missing';
import { areMonths } from './monthTexts';
import { personalTexts } from './personal';
import { isCurrency } from './recognize/currency';
import { isIsoDate } from './recognize/dates';
import { isKnownUnit } from './recognize/measure';
import { isCode, splitNumber } from './recognize/numberText';
import { severalAnswers } from './severalAnswers';
import { toNumber } from './toNumber';
import { areTruthValues, isMark, truthValue } from './truth';

/** A category with more levels than this is taken for free text. */
const MAX_LEVELS = 30;

/** Texts are taken for numbers with a few slips where at least this share of the known values are numbers. */
const MOSTLY_NUMBERS = 0.9;

/** Beside a single mark, fewer blanks are missing values rather than a no. */
const MANY_BLANK = 0.1;

/** Why a column of dates is not compared. */
const DATES = 'dates; name the column to cluster on the days since';
const YEARS = 'years; name the column to cluster on the years since';

/**
 * Finds out what a column holds: the one place that decides it. Numbers and true or false are numbers, as are texts of
 * which nine in ten are plain numbers (the rest count as missing), and a yes and a no in words; few different texts are
 * categories; digits that measure nothing, by name and values, have a reason not to be compared; ISO texts and
 * `Date` are dates; what only says who a customer is, by its name and values, is an identifier.
 *
 * @param unit currency, percent sign or unit of measure that was removed from every value.
 * Cost: O(n).
 */
export function typedColumn(name: string, cells: ArrayLike<unknown>, unit?: string): TypedColumn {
  const survey = surveyOf(cells);
  const { missing, constant } = survey;
  const facts = { name, cells, missing, constant, ...(unit !== undefined && { unit }) };
  if (survey.known === 0) return { ...facts, kind: 'empty', reason: 'every value is missing' };
  if (survey.dates) {
    const days = Float64Array.from(cells, (cell) => dayOfCell(cell) ?? Number.NaN);
    return { ...facts, kind: 'date', days, reason: DATES };
  }
  const mark = constant && missing >= MANY_BLANK * cells.length && isMark(survey.first);
  if (mark) return markedColumn(facts, display(survey.first));
  if (holdsNumbers(survey)) return numberColumn(facts, survey);
  const always = constant ? `constant: always ${display(survey.first)}` : undefined;
  if (survey.objects > 0) return { ...facts, kind: 'text', reason: always ?? 'holds dates or objects' };
  return textColumn(facts, always);
}

type Facts = Pick<TypedColumn, 'name' | 'cells' | 'missing' | 'constant' | 'unit'>;

/** What one look at every cell tells. */
interface Survey {
  missing: number;
  known: number;
  first: unknown;
  /** Whether all known values are the same. */
  constant: boolean;
  numbers: number;
  booleans: number;
  texts: number;
  /** Texts that are plain numbers. */
  numberTexts: number;
  /** Whether some text is a code, such as '00123'. */
  codes: boolean;
  objects: number;
  /** Whether all known values are days, or days with times. */
  dates: boolean;
}

function surveyOf(cells: ArrayLike<unknown>): Survey {
  const survey: Survey = {
    ...{ missing: 0, known: 0, first: undefined, constant: true, numbers: 0, booleans: 0 },
    ...{ texts: 0, numberTexts: 0, codes: false, objects: 0, dates: true },
  };
  for (let i = 0; i < cells.length; i++) {
    if (isMissing(cells[i])) survey.missing++;
    else lookAt(cells[i], survey);
  }
  return survey;
}

function lookAt(value: unknown, survey: Survey): void {
  if (survey.known++ === 0) survey.first = value;
  else if (value !== survey.first) survey.constant = false;
  survey.dates &&= value instanceof Date || (typeof value === 'string' && isIsoDate(value));
  if (typeof value === 'number') survey.numbers++;
  else if (typeof value === 'boolean') survey.booleans++;
  else if (typeof value === 'object') survey.objects++;
  else if (typeof value === 'string') {
    survey.texts++;
    survey.codes ||= isCode(value.trim());
    if (toNumber(value) !== undefined) survey.numberTexts++;
  }
}

function holdsNumbers({ known, numbers, booleans, texts, numberTexts, codes }: Survey): boolean {
  if (texts === 0) return numbers + booleans === known;
  return !codes && numbers + numberTexts >= MOSTLY_NUMBERS * known;
}

/** Customers with a mark, and those without it. */
function markedColumn(facts: Facts, mark: string): TypedColumn {
  const values = Float64Array.from(facts.cells, (value) => Number(!isMissing(value)));
  return { ...facts, kind: 'boolean', values, mark, missing: 0, constant: false };
}

/** Whether texts count as numbers with a few slips, which are missing values. */
export function areMostlyNumbers(texts: readonly string[]): boolean {
  return holdsNumbers(surveyOf(texts));
}

function numberColumn(facts: Facts, { first, texts }: Survey): TypedColumn {
  const { name, cells } = facts;
  const values = Float64Array.from(cells, (value) => toNumber(value) ?? Number.NaN);
  const known = values.filter((value) => !Number.isNaN(value));
  const [least] = known;
  const constant = known.every((value) => value === least);
  const all = { ...facts, values, missing: values.length - known.length, constant };
  const always = constant ? { reason: `constant: always ${display(texts === 0 ? first : least)}` } : {};
  if (known.every((value) => value === 0 || value === 1)) return { ...all, ...always, kind: 'boolean' };
  const isMeasured = facts.unit !== undefined && isKnownUnit(facts.unit);
  const days = !isMeasured ? daysInDigits(name, values) : undefined;
  if (days !== undefined) return { ...all, kind: 'date', days, reason: DATES };
  const years = !isMeasured ? yearsOfLife(name, values) : undefined;
  if (years !== undefined) return { ...all, kind: 'date', days: years, years: true, reason: YEARS };
  if (constant) return { ...all, ...always, kind: 'number' };
  const identifies = numbersThatIdentify(name, values);
  const distinct = new Set(values).size;
  if (identifies !== undefined) return { ...all, kind: 'identifier', distinct, reason: identifies };
  const codes = !isMeasured ? codesAmong(name, values) : undefined;
  if (codes === undefined) {
    const months = !isMeasured && areYearMonths(name, values);
    const reason = months ? measuresNothing('months written yyyyMM') : madeNumbers(name, known, isMeasured);
    return { ...all, kind: 'number', ...(reason !== undefined && { reason }) };
  }
  const reason = measuresNothing(codes.what);
  const isDistinct = new Set(known).size === known.length;
  if ((codes.kind === 'reference' || namesCustomer(name)) && isDistinct)
    return { ...all, kind: 'identifier', distinct, reason };
  if (!GROUPS.has(codes.kind) || distinct > MAX_LEVELS) return { ...all, kind: 'number', reason };
  const levels = new Set(Array.from(known, String));
  const written = Array.from(values, (value) => (Number.isNaN(value) ? null : String(value)));
  return { ...all, kind: 'category', ...categories(written, levels), reason };
}

/** Kinds of codes that put customers into groups. */
const GROUPS: ReadonlySet<string> = new Set(['unit', 'group', 'rank']);

/** Why codes are not compared. */
function measuresNothing(what: string): string {
  return `holds ${what}: they measure nothing`;
}

function textColumn(facts: Facts, always: string | undefined): TypedColumn {
  const { name, cells } = facts;
  const known = Array.from(cells).filter((value) => !isMissing(value));
  const levels = new Set(known.map(String));
  if (areTruthValues(levels)) return { ...facts, kind: 'boolean', values: Float64Array.from(cells, truthOf) };
  const different = [...levels];
  const lookedAt = different.slice(0, LOOKED_AT);
  const personal = personalTexts(name, different);
  const codes = textCodesAmong(name, different);
  const isCode = codes !== undefined && codes.kind !== 'reference' && codes.kind !== 'number';
  const incomparableTexts =
    (isCode && levels.size > MAX_LEVELS ? measuresNothing(codes.what) : undefined) ??
    numbersOfSeveralKinds(lookedAt) ??
    notOneAnswer(lookedAt) ??
    incomparable(levels.size, known.length) ??
    (personal && `holds ${personal}`);
  const reason =
    (personal === undefined ? always : undefined) ??
    incomparableTexts ??
    (codes && measuresNothing(codes.what));
  const isCategory = incomparableTexts === undefined || (always !== undefined && personal === undefined);
  if (isCategory)
    return {
      ...facts,
      kind: 'category',
      ...categories(cells, levels),
      ...(reason !== undefined && { reason }),
    };
  const texts = known.filter((value) => typeof value === 'string');
  if ((isCode && !namesCustomer(name)) || !textsIdentify(name, texts, cells.length))
    return { ...facts, kind: 'text', reason };
  return { ...facts, kind: 'identifier', distinct: levels.size, reason };
}

/** So few different texts are words for something. */
const FEW_LEVELS = 4;
/** So many different texts show what the others are. */
const LOOKED_AT = 1000;

/** What most of a column are, the column was meant to be. */
const MOSTLY = 0.8;

/** Why numbers that are written in several ways, such as 45% beside 0.12 or 5 km beside 800 m, are no categories. */
function numbersOfSeveralKinds(levels: readonly string[]): string | undefined {
  if (levels.length <= FEW_LEVELS) return undefined;
  const units = levels
    .map((level) => splitNumber(level.trim(), true)?.unit)
    .filter((unit) => unit !== undefined);
  const known = new Set(units.filter(isKnownUnit));
  if (known.size < 2 || units.length < MOSTLY * levels.length) return undefined;
  if (known.has('') || [...known].some((unit) => unit === '%' || isCurrency(unit)))
    return 'numbers in several formats: write them all in the same one to use them';
  return `numbers in several units (${[...known].sort().join(', ')}): write them all in the same one to use them`;
}

/** Why texts are no categories though they come from short lists: several answers in one, or months. */
function notOneAnswer(levels: readonly string[]): string | undefined {
  if (areMonths(levels)) return 'holds months or quarters: write full dates to use them';
  const several = severalAnswers(levels);
  return several === undefined
    ? undefined
    : `holds several answers in one cell, such as ${display(several)}: write a yes/no column for each answer to use them`;
}

function truthOf(cell: unknown): number {
  return isMissing(cell) ? Number.NaN : truthValue(String(cell))!;
}

/** Why texts are no categories, if they are none. */
function incomparable(levels: number, known: number): string | undefined {
  if (levels === known) return 'every value is different text';
  return levels > MAX_LEVELS ? `${levels} different texts` : undefined;
}

function categories(
  cells: ArrayLike<unknown>,
  distinct: ReadonlySet<string>,
): Pick<CategoryColumn, 'levels' | 'codes'> {
  const levels = [...distinct].sort();
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  return {
    levels,
    codes: Int32Array.from(cells, (value) => (isMissing(value) ? -1 : codeOf.get(String(value))!)),
  };
}
