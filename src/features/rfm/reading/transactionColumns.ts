import { InputError } from '../../../core/errors';
import { type Phrase, phrase } from '../../../core/phrase';
import { nearestName, suggesting, suggestion } from '../../../datasets/nearestName';
import {
  byRole,
  ROLE_NAMES,
  roleEntry,
  TRANSACTION_ROLES,
  type TransactionColumnOptions,
  type TransactionColumns,
  type TransactionRole,
} from '../transactionRoles';
import { type ShopExport, shopOf } from './shops';

/**
 * Which column of a transaction log means what: as given, else by its name.
 * @param file what the log is called in messages.
 * @throws InputError for a column given that is not there or given twice, two columns that could be meant, no column
 * for customer or date, and no amount (nor quantity and price).
 */
export function findTransactionColumns(
  file: string,
  names: readonly string[],
  given: TransactionColumnOptions,
): { columns: TransactionColumns; recognized: string[] } {
  checkGiven(file, names, given);
  const taken = Object.values(given);
  const free = names.filter((name) => !taken.includes(name));
  const shop = shopOf(names.map(bare));
  const found = byRole(({ role }) => given[role] ?? recognize(file, free, role, shop));
  const columns = withSecondStatus(withOneAmount(found, given, shop), free, shop);
  checkNeeded(file, names, columns);
  const recognized = ROLE_NAMES.filter((role) => given[role] === undefined && columns[role] !== null);
  return {
    columns,
    recognized: [
      ...(shop === undefined ? [] : [`the columns are those of orders as ${shop.shop} exports them`]),
      ...recognized.map((role) => columnSentence(role, columns[role]!)),
      ...unusedNotes(names, columns),
    ],
  };
}

/** What of an order bears on its money, and is worth a word where it was not used. */
const MONEY_ROLES: readonly TransactionRole[] = ['currency', 'status', 'canceled', 'refunded'];

const MARGIN_HEADERS: ReadonlySet<string> = new Set(
  words(`
    profit margin grossprofit grossmargin contributionmargin netprofit profitamount marginamount
    deckungsbeitrag rohertrag gewinn marge margebrute benefice beneficio margen margine utile winst lucro margem
  `),
);

/** Columns of statuses, currencies and refunds that were left alone, and a margin that could be the money. */
function unusedNotes(names: readonly string[], columns: TransactionColumns): string[] {
  const used = new Set<string | null>(Object.values(columns));
  const unused = names.filter((name) => !used.has(name));
  const aboutMoney = unused.filter((name) => {
    const header = bare(name);
    const known = MONEY_ROLES.some((role) => roleEntry(role).headers.includes(header));
    return known || /(status|currency)$/.test(header);
  });
  const margin = unused.find((name) => MARGIN_HEADERS.has(bare(name)));
  const list = aboutMoney.map((name) => `'${name}'`).join(', ');
  return [
    ...(aboutMoney.length === 0 ? [] : [`not used, though about orders and their money: ${list}`]),
    ...(margin === undefined || columns.amount === margin
      ? []
      : [
          `'${margin}' was not used: name it as the amount, and customers are scored by margin (lines at a loss are then subtracted)`,
        ]),
  ];
}

/** The columns of a transaction log, where these names are those of one, and clearly so. */
export function transactionColumnsAmong(names: readonly string[]): TransactionColumns | undefined {
  try {
    return findTransactionColumns('', names, {}).columns;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** What was recognized of a column. */
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
  names: readonly string[],
  role: TransactionRole,
  shop: ShopExport | undefined,
): string | null {
  const known = shop?.columns[role];
  if (known !== undefined) return firstOf(known, names);
  const { headers, otherwise = [], decorative, firstCounts } = roleEntry(role);
  const candidates = names.filter((name) => headers.includes(bare(name)));
  if (candidates.length === 0) return firstOf(otherwise, names);
  if (firstCounts) return firstOf(headers, candidates);
  if (candidates.length < 2 || decorative) return candidates.length === 1 ? candidates[0] : null;
  const list = candidates.map((name) => `'${name}'`).join(' and ');
  throw new InputError(
    'ambiguous',
    phrase`${{ file }} has ${candidates.length} columns that could be the ${role}: ${list}`,
    { remedy: phrase`give ${{ option: role }}`, option: role, allowed: candidates },
  );
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
  if (shop !== undefined || columns.canceled !== null || columns.status === null) return columns;
  const others = names.filter((name) => name !== columns.status && bare(name) !== 'type');
  const second = firstOf(roleEntry('status').headers, others);
  return second === null ? columns : { ...columns, canceled: second };
}

function checkNeeded(file: string, names: readonly string[], columns: TransactionColumns): void {
  for (const entry of TRANSACTION_ROLES) {
    const { role } = entry;
    if ('needed' in entry && columns[role] === null) throw notFound(file, names, role, `the ${role}`);
  }
  if (columns.amount !== null || (columns.quantity !== null && columns.price !== null)) return;
  const half = columns.price !== null ? `a price ('${columns.price}') but no quantity` : 'no amount';
  const both = phrase` or both ${{ option: 'quantity' }} and ${{ option: 'price' }}`;
  throw notFound(file, names, 'amount', `what was paid: ${half} is known`, both);
}

/** 'Rate' is no misspelled 'Date': of so few letters one makes another word. */
const TOO_SHORT = 4;

function notFound(
  file: string,
  names: readonly string[],
  role: TransactionRole,
  what: string,
  also: Phrase = [],
): InputError {
  const isLong = (name: string) => bare(name).length > TOO_SHORT;
  const near = names
    .filter(isLong)
    .find((name) => nearestName(bare(name), roleEntry(role).headers) !== undefined);
  return new InputError('missing-column', phrase`no column of ${{ file }} is recognized as ${what}`, {
    remedy: phrase`give ${{ option: role }}${also}; ${suggesting(near, names)}`,
    option: role,
    allowed: names,
  });
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
