import type { ComparableColumn } from '../../table/column';

/** What a column means to a marketer. 'other' is used without a known meaning, 'ignored' is not used. */
export const columnRoles = [
  'income',
  'spending',
  'spendingPart',
  'spendingScore',
  'preferredCategory',
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
  'catalogPurchases',
  'storePurchases',
  'complaint',
  'education',
  'gender',
  'other',
  'ignored',
] as const;

/** One of `columnRoles`. */
export type ColumnRole = (typeof columnRoles)[number];

/** A meaning, the words that suggest it, and the values it can have. */
export interface LexiconEntry {
  role: ColumnRole;
  /** Tried on the column's name as lower-case words: `NumWebPurchases` is 'num web purchases'. */
  words: RegExp;
  fits: (column: ComparableColumn) => boolean;
}

const isNumeric = (column: ComparableColumn) => column.kind === 'number';
const isBinary = (column: ComparableColumn) => column.kind === 'boolean';
const isCount = (column: ComparableColumn) => inRange(column, 0, 30) && isWhole(column);
const isCategory = (column: ComparableColumn) => column.kind === 'category';
const isAnything = () => true;

/** The first entry that fits in words and values gives the role, so the more specific entries come first. */
export const roleLexicon: LexiconEntry[] = [
  { role: 'birthYear', words: /\b(birth|born|yob)\b/, fits: (column) => inRange(column, 1850, 2050) },
  {
    role: 'tenure',
    words:
      /\btenure\b|\bmember(ship)?\b.*\b(years?|months?|weeks?|days?|length|duration|age)\b|\b(years?|months?|weeks?|days?) (as|of|since|with) .*\b(customer|member|membership|client|joining|enroll?\w*|signup|us)\b|\b(customer|account|relationship) (for|age|length|duration)\b/,
    fits: isNumeric,
  },
  {
    role: 'orderValue',
    words:
      /\b(last|average|avg|mean|per) .*(amount|value|spen[dt]\w*|price|total)\b|\b(average|avg|mean) (purchase|order)\b|\b(order|basket|ticket|cart|invoice) (value|amount|size|total)\b|\baov\b|\bper (order|visit|purchase)\b/,
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
  {
    role: 'catalogPurchases',
    words: /\bcatalog(ue)?\b.*\b(purchases?|orders?|sales|buys)\b/,
    fits: isNumeric,
  },
  {
    role: 'storePurchases',
    words: /\b(store|shop|offline|branch)\b.*\b(purchases?|orders?|sales|buys)\b/,
    fits: isNumeric,
  },
  {
    role: 'preferredCategory',
    words:
      /\b(preferred|favou?rite|top|main)\b.*\b(category|product|department|brand|range)\b|\bproduct category\b/,
    fits: isCategory,
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

/** All known values are whole numbers. */
function isWhole(column: ComparableColumn): boolean {
  return isNumeric(column) && present(column).every(Number.isInteger);
}

function inRange(column: ComparableColumn, low: number, high: number): boolean {
  return isNumeric(column) && present(column).every((value) => value >= low && value <= high);
}

function present(column: ComparableColumn): Float64Array {
  return column.kind === 'category'
    ? new Float64Array()
    : column.values.filter((value) => !Number.isNaN(value));
}
