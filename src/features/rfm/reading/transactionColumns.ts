import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import { nearestName, suggesting, suggestion } from '../../../datasets/nearestName';

/** What a column of a transaction log means. */
export type TransactionRole =
  | 'customer'
  | 'invoice'
  | 'date'
  | 'quantity'
  | 'price'
  | 'amount'
  | 'description'
  | 'country';

/** Which column holds what; `null` where the log has no such column. */
export type TransactionColumns = Readonly<Record<TransactionRole, string | null>>;

/** Columns named by the caller. */
export type GivenColumns = Readonly<Partial<Record<TransactionRole, string>>>;

export const ROLES: readonly TransactionRole[] = [
  ...(['customer', 'invoice', 'date', 'quantity', 'price', 'amount', 'description', 'country'] as const),
];

/** Usual names, in lower-case letters and digits only. */
const USUAL: Record<TransactionRole, readonly string[]> = {
  customer: words(
    'customerid customer customernumber customerno customercode custid custno clientid client clientno buyerid buyer userid user memberid member accountid kundennummer kundenid kunde',
  ),
  invoice: words(
    'invoiceno invoice invoiceid invoicenumber orderid order orderno ordernumber transactionid transaction transactionno receipt receiptid receiptno basketid basket billno billid saleid ticketid ticketno',
  ),
  date: words(
    'invoicedate orderdate date transactiondate purchasedate saledate salesdate datetime timestamp orderpurchasetimestamp purchasetime purchasetimestamp day',
  ),
  quantity: words('quantity qty pieces units unitssold quantityordered orderquantity'),
  price: words('unitprice price priceperunit priceeach itemprice'),
  amount: words(
    'amount totalamount total revenue sales salesamount totalprice totalvalue linetotal ordervalue ordertotal purchaseamount transactionamount turnover spending value grandtotal',
  ),
  description: words('description productdescription productname product itemname item article articlename'),
  country: words('country customercountry land nation'),
};

/** A log without these tells no story; the others can be done without. */
const NEEDED: readonly TransactionRole[] = ['customer', 'date'];

/** Two candidates for these are no reason to ask: they change no number. */
const DECORATIVE: readonly TransactionRole[] = ['description', 'country'];

/**
 * Which column of a transaction log means what: as given, else by its name.
 * @param file what the log is called in messages.
 * @throws InputError for a column given that is not there or given twice, two columns that could be meant, no column
 * for customer or date, and no amount (nor quantity and price).
 */
export function findTransactionColumns(
  file: string,
  names: readonly string[],
  given: GivenColumns,
): { columns: TransactionColumns; recognized: string[] } {
  checkGiven(file, names, given);
  const taken = Object.values(given);
  const free = names.filter((name) => !taken.includes(name));
  const found = ROLES.map((role) => [role, given[role] ?? recognize(file, free, role)] as const);
  const columns = withOneAmount(Object.fromEntries(found) as TransactionColumns, given);
  checkNeeded(file, names, columns);
  const recognized = ROLES.filter((role) => given[role] === undefined && columns[role] !== null);
  return { columns, recognized: recognized.map((role) => `${role} is in column '${columns[role]}'`) };
}

function words(list: string): string[] {
  return list.split(' ');
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function checkGiven(file: string, names: readonly string[], given: GivenColumns): void {
  for (const [role, name] of Object.entries(given)) {
    if (!names.includes(name)) {
      throw new InputError(
        `\`${role}\` names ${display(name)}, which ${file} lacks; ${suggestion(String(name), names)}`,
      );
    }
  }
  const entries = Object.entries(given);
  const twice = entries.find(([, name], i) => entries.findIndex(([, other]) => other === name) !== i);
  if (twice)
    throw new InputError(`column '${twice[1]}' is given for two things, one of them \`${twice[0]}\``);
}

function recognize(file: string, names: readonly string[], role: TransactionRole): string | null {
  const candidates = names.filter((name) => USUAL[role].includes(bare(name)));
  if (candidates.length < 2 || DECORATIVE.includes(role))
    return candidates.length === 1 ? candidates[0] : null;
  const list = candidates.map((name) => `'${name}'`).join(' and ');
  throw new InputError(
    `${file} has ${candidates.length} columns that could be the ${role}: ${list}; give \`${role}\``,
  );
}

/** Quantity and price named by the caller say what was paid; a further column of totals is left alone then. */
function withOneAmount(columns: TransactionColumns, given: GivenColumns): TransactionColumns {
  const named = given.quantity !== undefined && given.price !== undefined && given.amount === undefined;
  return named ? { ...columns, amount: null } : columns;
}

function checkNeeded(file: string, names: readonly string[], columns: TransactionColumns): void {
  for (const role of NEEDED) if (columns[role] === null) throw notFound(file, names, role, `the ${role}`);
  if (columns.amount !== null || (columns.quantity !== null && columns.price !== null)) return;
  const half = columns.price !== null ? `a price ('${columns.price}') but no quantity` : 'no amount';
  const remedy = 'or both `quantity` and `price`';
  throw notFound(file, names, 'amount', `what was paid: ${half} is known`, remedy);
}

function notFound(
  file: string,
  names: readonly string[],
  role: TransactionRole,
  what: string,
  also = '',
): InputError {
  const near = names.find((name) => nearestName(bare(name), USUAL[role]) !== undefined);
  const remedy = [`give \`${role}\``, also].filter(Boolean).join(' ');
  return new InputError(
    `no column of ${file} is recognized as ${what}; ${remedy}; ${suggesting(near, names)}`,
  );
}
