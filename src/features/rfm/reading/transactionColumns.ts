import { InputError } from '../../../core/errors';
import { formatList } from '../../../core/format';
import { type Phrase, phrase } from '../../../core/phrase';
import { nearestName, suggesting, suggestion } from '../../../datasets/nearestName';
import { flagMeaning } from '../cleaning/orderStatus';
import {
  apartFromTax,
  bareHeader,
  CENTS,
  CLOCK_TIME,
  CUSTOMER_NAME,
  currencyInHeader,
  EMAIL,
  KEY_AT_END,
} from '../likelyHeaders';
import {
  byRole,
  headerRank,
  ROLE_NAMES,
  roleEntry,
  TRANSACTION_ROLES,
  type TransactionColumnOptions,
  type TransactionColumns,
  type TransactionRole,
} from '../transactionRoles';
import { cashFlows, ledgerSides, whichSide } from './ledgerSides';
import { type ShopExport, shopOf } from './shops';
import { unusedNames, unusedSentences } from './unusedColumns';

/**
 * Which column of a transaction log means what: as given, else by its name.
 * @param file what the log is called in messages.
 * @param settled what was found to be one of several, where nothing is given.
 * @throws InputError for a column given that is not there or given twice, two columns that could be meant, no column
 * for customer or date, and no amount (nor quantity and price).
 */
export function findTransactionColumns(
  file: string,
  names: readonly string[],
  given: TransactionColumnOptions,
  settled: TransactionColumnOptions = {},
): { columns: TransactionColumns; detected: string[] } {
  checkGiven(file, names, given);
  const known = { ...flowsOf(names, given), ...settled, ...given };
  const taken = Object.values(known);
  const free = names.filter((name) => !taken.includes(name));
  const shop = shopOf(names.map(bare));
  const found = byRole(({ role }) => known[role] ?? recognize(file, free, role, shop));
  const columns = withSecondStatus(withOneAmount(found, given, shop), free, shop);
  checkNeeded(file, names, columns);
  const detected = ROLE_NAMES.filter((role) => given[role] === undefined && columns[role] !== null);
  return {
    columns,
    detected: [
      ...(shop === undefined ? [] : [`the columns are those of orders as ${shop.shop} exports them`]),
      ...detected.map((role) => columnSentence(role, columns[role]!)),
      ...unusedSentences(names, columns),
    ],
  };
}

/** The columns of a transaction log, where these names are those of one, and clearly so. */
export function transactionColumnsAmong(
  names: readonly string[],
  settled: TransactionColumnOptions = {},
): TransactionColumns | undefined {
  try {
    return findTransactionColumns('', names, {}, settled).columns;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Whether quantity and price say what was paid. */
export function haveProducts(names: readonly string[]): boolean {
  return namedFor(names, 'quantity').length > 0 && namedFor(names, 'price').length > 0;
}

/** What came in and went out, where no other column says what was paid. */
function flowsOf(names: readonly string[], given: TransactionColumnOptions): TransactionColumnOptions {
  const isKnown = given.amount !== undefined || given.price !== undefined || haveProducts(names);
  return isKnown || namedFor(names, 'amount').length > 0 ? {} : cashFlows(names);
}

/** What was detected of a column. */
export function columnSentence(role: string, column: string): string {
  return `${role} is in column '${column}'`;
}

/** Letters and digits alone, without accents: 'N° facture' is 'nfacture'. */
export function bare(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function checkGiven(file: string, names: readonly string[], given: TransactionColumnOptions): void {
  const entries = Object.entries(given);
  for (const [role, name] of entries) {
    if (names.includes(name)) continue;
    throw new InputError(
      'missing-column',
      phrase`${{ option: role }} names ${{ column: name }}, which ${{ file }} lacks`,
      {
        remedy: suggestion(String(name), names),
        allowed: names,
      },
    );
  }
  const twice = entries.find(([, name], i) => entries.findIndex(([, other]) => other === name) !== i);
  if (twice === undefined) return;
  const [role, name] = twice;
  throw new InputError(
    'conflict',
    phrase`column ${{ column: name }} is given for two things, one of them ${{ option: role }}`,
  );
}

function recognize(
  file: string,
  all: readonly string[],
  role: TransactionRole,
  shop: ShopExport | undefined,
): string | null {
  const names = role === 'amount' && haveProducts(all) ? all.filter((name) => !WEIGHTS.has(bare(name))) : all;
  const known = shop?.columns[role];
  if (known !== undefined) return firstOf(known, names);
  const { headers, otherwise = [], decorative, firstCounts } = roleEntry(role);
  const named = namedFor(names, role);
  if (named.length === 0)
    return firstOf(otherwise, names) ?? inCurrency(role, names, otherwise)[0] ?? apartFromTaxOf(role, names);
  if (firstCounts) return firstOf(headers, named);
  const candidates = clearest(role, named);
  if (candidates.length < 2 || decorative) return candidates.length === 1 ? candidates[0] : null;
  const list = candidates.map((name) => `'${name}'`).join(' and ');
  throw new InputError(
    'ambiguous',
    phrase`${{ file }} has ${candidates.length} columns that could be the ${role}: ${list}`,
    { remedy: phrase`give ${{ option: role }}`, option: role, allowed: candidates },
  );
}

/** Beside quantity and price they may be weights. */
const WEIGHTS: ReadonlySet<string> = new Set(['gross', 'net']);

/** Columns with the usual headers of a role. */
function namedFor(names: readonly string[], role: TransactionRole): string[] {
  const { headers } = roleEntry(role);
  const plain = names.filter((name) => headers.includes(bare(name)));
  return plain.length > 0 ? plain : inCurrency(role, names, headers);
}

/**
 * Columns that could have a role, of which several make a question; none in the export of a shop whose columns are known.
 */
export function candidatesFor(
  names: readonly string[],
  role: TransactionRole,
  given: TransactionColumnOptions,
): readonly string[] {
  if (shopOf(names.map(bare))?.columns[role] !== undefined) return [];
  const taken = Object.values(given);
  return clearest(
    role,
    namedFor(
      names.filter((name) => !taken.includes(name)),
      role,
    ),
  );
}

/** Amounts whose headers name their currency: 'Total (EUR)'. */
function inCurrency(role: TransactionRole, names: readonly string[], headers: readonly string[]): string[] {
  if (role !== 'amount' && role !== 'price') return [];
  return names.filter((name) => currencyInHeader(name) !== undefined && headers.includes(bareHeader(name)));
}

/** A number says more than a bare word ('Customer ID', 'Customer'), and a day more than its time. */
function clearest(role: TransactionRole, candidates: readonly string[]): readonly string[] {
  const isClear = (name: string) =>
    role === 'date' ? !CLOCK_TIME.test(bareHeader(name)) : KEY_AT_END.test(bareHeader(name));
  const clear = candidates.filter(isClear);
  const several = role === 'customer' || role === 'invoice' || role === 'date';
  return several && clear.length === 1 ? clear : candidates;
}

/** An amount whose header says whether it is with tax: what customers paid comes first. */
function apartFromTaxOf(role: TransactionRole, names: readonly string[]): string | null {
  if (role !== 'amount' && role !== 'price') return null;
  const { headers, otherwise = [] } = roleEntry(role);
  const found = names.flatMap((name) => {
    const apart = apartFromTax(name);
    const at = apart === undefined ? -1 : [...headers, ...otherwise].indexOf(apart.header);
    return at < 0 ? [] : [{ name, rank: at >= headers.length ? at : -1, withTax: apart!.withTax }];
  });
  const best = Math.min(...found.map(({ rank }) => rank));
  const those = found.filter(({ rank }) => rank === best);
  return (those.find(({ withTax }) => withTax) ?? those[0])?.name ?? null;
}

/** The column with the first of several headers that is there. */
function firstOf(headers: readonly string[], names: readonly string[]): string | null {
  for (const header of headers) {
    const found = names.find((name) => bare(name) === header);
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Quantity and price named by the caller say what was paid; a further column of totals is left alone then. Where a shop's
 * amount counts, its quantity and price are those of single items: they say nothing more about what was paid.
 */
function withOneAmount(
  columns: TransactionColumns,
  given: TransactionColumnOptions,
  shop: ShopExport | undefined,
): TransactionColumns {
  const named = given.quantity !== undefined && given.price !== undefined && given.amount === undefined;
  if (named) return { ...columns, amount: null };
  if (shop === undefined || columns.amount === null) return columns;
  return { ...columns, quantity: given.quantity ?? null, price: given.price ?? null };
}

/** Where money and order have a status each, the second still tells of orders that were canceled. */
function withSecondStatus(
  columns: TransactionColumns,
  names: readonly string[],
  shop: ShopExport | undefined,
): TransactionColumns {
  const isTaken = columns.canceled !== null && flagMeaning(columns.canceled) === undefined;
  if (shop !== undefined || isTaken || columns.status === null) return columns;
  const others = names.filter((name) => name !== columns.status);
  const second = firstOf(roleEntry('status').headers, others);
  return second === null ? columns : { ...columns, canceled: second };
}

/** What is known of the columns of a log. */
interface Known {
  file: string;
  names: readonly string[];
  columns: TransactionColumns;
}

function checkNeeded(file: string, names: readonly string[], columns: TransactionColumns): void {
  const known = { file, names, columns };
  const isPaid = columns.amount !== null || (columns.quantity !== null && columns.price !== null);
  const sides = isPaid ? undefined : ledgerSides(names);
  const lacking: TransactionRole[] = [
    ...TRANSACTION_ROLES.flatMap((entry) =>
      'needed' in entry && columns[entry.role] === null ? [entry.role] : [],
    ),
    ...(isPaid ? [] : ['amount' as const]),
  ];
  if (lacking.length > 1) throw severalNotFound(known, lacking);
  if (lacking.length === 0) return;
  const [role] = lacking;
  if (role !== 'amount') throw notFound(known, role, `the ${role}`);
  if (sides !== undefined) throw whichSide(file, sides);
  const half = columns.price !== null ? `a price ('${columns.price}') but no quantity` : 'no amount';
  const both = phrase` or both ${{ option: 'quantity' }} and ${{ option: 'price' }}`;
  throw notFound(known, 'amount', `what was paid: ${half} is known`, both);
}

/** All that is lacking at once, so that nobody has to ask for one after the other. */
function severalNotFound({ file, names, columns }: Known, lacking: readonly TransactionRole[]): InputError {
  const whats = lacking.map((role) => (role === 'amount' ? 'what was paid' : `the ${role}`));
  const free = unusedNames(names, columns);
  const options = lacking.map((role) => {
    const near = nearColumn(role, free);
    const perhaps = near === undefined ? '' : ` (perhaps '${near}')`;
    return role === 'amount' && near === undefined
      ? phrase`${{ option: 'amount' }} (or ${{ option: 'quantity' }} and ${{ option: 'price' }})`
      : phrase`${{ option: role }}${perhaps}`;
  });
  const last = options[options.length - 1];
  const before = options.slice(0, -1).flatMap((option, i) => (i === 0 ? option : [', ', ...option]));
  return new InputError(
    'missing-column',
    phrase`no columns of ${{ file }} are recognized as ${formatList(whats)}`,
    {
      remedy: phrase`say which they are with ${before} and ${last}; there are: ${names.join(', ')}`,
      option: lacking[0],
      allowed: names,
    },
  );
}

/** 'Rate' is no misspelled 'Date': of so few letters one makes another word. */
const TOO_SHORT = 4;

function notFound(
  { file, names, columns }: Known,
  role: TransactionRole,
  what: string,
  also: Phrase = [],
): InputError {
  const near = nearColumn(role, unusedNames(names, columns));
  return new InputError('missing-column', phrase`no column of ${{ file }} is recognized as ${what}`, {
    remedy: phrase`give ${{ option: role }}${also}; ${suggesting(near, names)}`,
    option: role,
    allowed: names,
  });
}

/** A column whose header makes it likely, or is a misspelling of one that does. */
function nearColumn(role: TransactionRole, free: readonly string[]): string | undefined {
  const isLong = (name: string) => bare(name).length > TOO_SHORT;
  return (
    likelyColumn(role, free) ??
    free.filter(isLong).find((name) => nearestName(bare(name), roleEntry(role).headers) !== undefined)
  );
}

/** A column whose header makes it likely, the likeliest first. */
function likelyColumn(role: TransactionRole, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, rank: headerRank(role, name) ?? otherRank(role, bareHeader(name)) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank);
  return ranked[0]?.name;
}

/** Customers are known by an address too, and by their name; amounts may be in cents. */
function otherRank(role: TransactionRole, header: string): number {
  if ((role === 'amount' || role === 'price') && CENTS.test(header))
    return headerRank(role, header.replace(CENTS, '')) ?? Number.POSITIVE_INFINITY;
  if (role === 'customer' && EMAIL.test(header)) return 100;
  if (role === 'customer' && CUSTOMER_NAME.test(header)) return 101;
  return Number.POSITIVE_INFINITY;
}
