import { InputError } from '../core/errors';
import { checkOneOf } from '../core/options';
import { type CustomerColumn, type CustomerTable, readCustomers } from './customerTable';

/** What a column means for a marketer. 'other' takes part without a meaning, 'ignored' takes no part. */
export const columnRoles = [
  'income',
  'spending',
  'spendingPart',
  'spendingScore',
  'orderValue',
  'age',
  'birthYear',
  'children',
  'smallChildren',
  'teenagers',
  'parent',
  'householdSize',
  'partner',
  'maritalStatus',
  'tenure',
  'recency',
  'frequency',
  'promotions',
  'campaign',
  'deals',
  'visits',
  'webPurchases',
  'cataloguePurchases',
  'storePurchases',
  'complaint',
  'education',
  'gender',
  'other',
  'ignored',
] as const;

/** One of `columnRoles`. */
export type ColumnRole = (typeof columnRoles)[number];

/** The role taken for a column, and the ground for it. */
export interface ColumnRoleFound {
  column: string;
  role: ColumnRole;
  because: string;
}

interface LexiconEntry {
  role: ColumnRole;
  /** Tried on the column's name as lower-case words: `NumWebPurchases` is 'num web purchases'. */
  words: RegExp;
  fits: (column: CustomerColumn) => boolean;
}

const isNumeric = (column: CustomerColumn) => column.kind === 'numeric';
const isBinary = (column: CustomerColumn) => column.kind === 'binary';
const isCount = (column: CustomerColumn) => inRange(column, 0, 30) && isWhole(column);
const isCategory = (column: CustomerColumn) => column.kind === 'category';
const isAnything = (column: CustomerColumn) => column.kind !== 'unusable';

/** The first entry whose words and values both fit gives the role; so the more specific come first. */
const lexicon: LexiconEntry[] = [
  { role: 'birthYear', words: /\b(birth|born|yob)\b/, fits: (column) => inRange(column, 1850, 2050) },
  {
    role: 'tenure',
    words:
      /\btenure\b|\bmember(ship)?\b.*\b(years?|months?|weeks?|days?|length|duration|age)\b|\b(years?|months?|weeks?|days?) (as|of|since|with) .*\b(customer|member|membership|client|joining|enrol\w*|signup|us)\b|\b(customer|account|relationship) (for|age|length|duration)\b/,
    fits: isNumeric,
  },
  {
    role: 'orderValue',
    words:
      /\b(last|average|avg|mean|per) .*(amount|value|spen[dt]\w*|price|total)\b|\b(order|basket|ticket|cart|invoice) (value|amount|size|total)\b|\baov\b|\bper (order|visit|purchase)\b/,
    fits: isNumeric,
  },
  { role: 'recency', words: /\brecency\b|\b(days|weeks|months) since\b|\binactiv/, fits: isNumeric },
  {
    role: 'campaign',
    words: /\b(cmp|campaign|promo|promotion|offer|accepted|respon(se|ded))\b/,
    fits: isBinary,
  },
  {
    role: 'promotions',
    words: /\b(cmps?|campaigns?|promos?|promotions?|offers?|accepted|responses?)\b/,
    fits: isNumeric,
  },
  { role: 'deals', words: /\b(deals?|discount\w*|coupons?|vouchers?|bargains?)\b/, fits: isNumeric },
  { role: 'visits', words: /\b(visits?|sessions?|logins?)\b/, fits: isNumeric },
  {
    role: 'webPurchases',
    words: /\b(web|online|internet|app)\b.*\b(purchases?|orders?|sales|buys)\b/,
    fits: isNumeric,
  },
  { role: 'cataloguePurchases', words: /\bcatalog(ue)?\b/, fits: isNumeric },
  {
    role: 'storePurchases',
    words: /\b(store|shop|offline|branch)\b.*\b(purchases?|orders?|sales|buys)\b/,
    fits: isNumeric,
  },
  { role: 'spendingScore', words: /\bspend(ing)? (score|index|level|rating)\b/, fits: isNumeric },
  {
    role: 'spendingPart',
    words: /^(?!.*\b(total|sum|all)\b).*\bmnt\b|\bspen[dt]\w* (on|for|in)\b/,
    fits: isNumeric,
  },
  {
    role: 'spending',
    words:
      /\bmonetary\b|\bspen[dt](ing|s|ings)?\b|\bexpenditure\b|\b(revenue|turnover|sales|clv|ltv)\b|\b(total|lifetime|overall|sum) .*(amount|value|mnt|paid|purchase value)\b|\bamount\b/,
    fits: isNumeric,
  },
  {
    role: 'frequency',
    words: /\bfrequency\b|\b(purchases|orders|transactions|invoices)\b/,
    fits: isNumeric,
  },
  { role: 'teenagers', words: /\bteen/, fits: (column) => isCount(column) || isBinary(column) },
  {
    role: 'smallChildren',
    words: /\bkid|\btoddler|\bbab(y|ies)\b|\b(small|young) child/,
    fits: (column) => isCount(column) || isBinary(column),
  },
  { role: 'parent', words: /\b(parent|children|child)\b/, fits: isBinary },
  { role: 'children', words: /\b(children|child|dependants?|dependents?)\b/, fits: isCount },
  { role: 'householdSize', words: /\b(family|household)\b/, fits: isCount },
  { role: 'partner', words: /\b(partner|spouse|couple|married|cohabit\w*|living with)\b/, fits: isBinary },
  { role: 'maritalStatus', words: /\b(marital|marriage|relationship|civil)\b/, fits: isCategory },
  { role: 'income', words: /\b(income|salary|wages?|earnings)\b/, fits: isNumeric },
  { role: 'age', words: /\bage\b/, fits: (column) => inRange(column, 0, 120) },
  { role: 'complaint', words: /\bcomplain/, fits: (column) => isBinary(column) || isNumeric(column) },
  { role: 'education', words: /\b(education|degree|schooling)\b/, fits: isAnything },
  {
    role: 'gender',
    words: /\b(gender|sex|genre)\b/,
    fits: (column) => isCategory(column) || isBinary(column),
  },
];

const identifierWords = /\b(id|uuid|guid|key|index|unnamed|customer (no|number|code))\b/;

/**
 * Finds out what each column means from its name and its values, in the order of the table. A name is read as
 * words (`Total_Spending`, `totalSpending` and `total spending` are the same), compared with a lexicon of English
 * marketing terms, and taken only when the values can mean it: an age lies within 0 … 120, a number of children
 * is a small whole number. Identifiers, dates, free text and constants are 'ignored'; all else is 'other'.
 *
 * @param overrides the roles you know better, by column.
 * @throws InputError when an override names an unknown column or role.
 *
 * @example
 * inferColumnRoles({ Income: [1000, 2000], ID: [1, 2] });
 * // [{ column: 'Income', role: 'income', … }, { column: 'ID', role: 'ignored', … }]
 */
export function inferColumnRoles(
  table: CustomerTable,
  overrides: Readonly<Record<string, ColumnRole>> = {},
): ColumnRoleFound[] {
  return rolesOf(readCustomers(table).columns, overrides);
}

/** `inferColumnRoles` for columns already read. */
export function rolesOf(
  columns: readonly CustomerColumn[],
  overrides: Readonly<Record<string, ColumnRole>>,
): ColumnRoleFound[] {
  checkOverrides(columns, overrides);
  return columns.map((column) => {
    if (column.kind === 'unusable') return found(column, 'ignored', column.why);
    if (Object.hasOwn(overrides, column.name)) return found(column, overrides[column.name], 'as you said');
    if (isIdentifier(column)) return found(column, 'ignored', 'an identifier: every value is different');
    const entry = lexicon.find(({ words, fits }) => words.test(wordsOf(column.name)) && fits(column));
    return entry
      ? found(column, entry.role, 'by its name and values')
      : found(column, 'other', 'no known meaning');
  });
}

/** `NumWebPurchases`, `num_web_purchases` → 'num web purchases'; digits stand alone. */
export function wordsOf(name: string): string {
  return spaced(name).toLowerCase();
}

/** A column's name for people: words apart, no control characters, at most 40 characters; capitals are kept. */
export function readableName(name: string): string {
  const words = spaced(name) || 'unnamed';
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}

function spaced(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}%$€£()./&'+-]+/gu, ' ')
    .trim();
}

function found(column: CustomerColumn, role: ColumnRole, because: string): ColumnRoleFound {
  return { column: column.name, role, because };
}

function checkOverrides(
  columns: readonly CustomerColumn[],
  overrides: Readonly<Record<string, ColumnRole>>,
): void {
  for (const [name, role] of Object.entries(overrides)) {
    if (!columns.some((column) => column.name === name)) {
      const known = columns.map((column) => column.name).join(', ');
      throw new InputError(`\`roles\` names the column '${name}'; the table has ${known}`);
    }
    checkOneOf(`roles['${name}']`, role, columnRoles);
  }
}

/** All different whole numbers, and either so named or simply counting on. */
function isIdentifier(column: CustomerColumn): boolean {
  if (column.kind !== 'numeric' || column.values.length < 2) return false;
  const { values } = column;
  if (!isWhole(column) || new Set(values).size !== values.length) return false;
  return identifierWords.test(wordsOf(column.name)) || (values.length >= 20 && isRunOfIntegers(values));
}

function isRunOfIntegers(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[i - 1] + 1) return false;
  return true;
}

function isWhole(column: CustomerColumn): boolean {
  return isNumeric(column) && present(column).every(Number.isInteger);
}

function inRange(column: CustomerColumn, low: number, high: number): boolean {
  return isNumeric(column) && present(column).every((value) => value >= low && value <= high);
}

function present(column: CustomerColumn): Float64Array {
  return column.kind === 'numeric' || column.kind === 'binary'
    ? column.values.filter((value) => !Number.isNaN(value))
    : new Float64Array();
}
