/** What a column of a transaction log can mean, and all that follows from it. */
interface RoleEntry {
  /** The name of the option that says which column it is, and of the column of the typed log. */
  role: string;
  /** As a person reads it. */
  title: string;
  /** What the column holds, in half a sentence. */
  help: string;
  /** What its values are read as. */
  type: 'identifier' | 'date' | 'number' | 'text';
  /** Usual headers, in lower-case letters and digits only. */
  headers: readonly string[];
  /** A log without it tells no story. */
  needed?: true;
  /** Two columns that could be it are no reason to ask: it changes no number. */
  decorative?: true;
}

/** The roles, in the order in which they are looked for and listed. */
export const TRANSACTION_ROLES = [
  {
    role: 'customer',
    title: 'Customer',
    help: 'the customer',
    type: 'identifier',
    needed: true,
    headers: words(
      'customerid customer customernumber customerno customercode custid custno clientid client clientno buyerid buyer userid user memberid member accountid kundennummer kundenid kunde',
    ),
  },
  {
    role: 'invoice',
    title: 'Invoice number',
    help: 'the invoice or order',
    type: 'identifier',
    headers: words(
      'invoiceno invoice invoiceid invoicenumber orderid order orderno ordernumber transactionid transaction transactionno receipt receiptid receiptno basketid basket billno billid saleid ticketid ticketno',
    ),
  },
  {
    role: 'date',
    title: 'Purchase date',
    help: 'the purchase date',
    type: 'date',
    needed: true,
    headers: words(
      'invoicedate orderdate date transactiondate purchasedate saledate salesdate datetime timestamp orderpurchasetimestamp purchasetime purchasetimestamp day',
    ),
  },
  {
    role: 'quantity',
    title: 'Quantity',
    help: 'the quantity',
    type: 'number',
    headers: words('quantity qty pieces units unitssold quantityordered orderquantity'),
  },
  {
    role: 'price',
    title: 'Unit price',
    help: 'the unit price',
    type: 'number',
    headers: words('unitprice price priceperunit priceeach itemprice'),
  },
  {
    role: 'amount',
    title: 'Amount',
    help: 'what was paid, instead of quantity and price',
    type: 'number',
    headers: words(
      'amount totalamount total revenue sales salesamount totalprice totalvalue linetotal ordervalue ordertotal purchaseamount transactionamount turnover spending value grandtotal',
    ),
  },
  {
    role: 'description',
    title: 'Item',
    help: 'the item',
    type: 'text',
    decorative: true,
    headers: words('description productdescription productname product itemname item article articlename'),
  },
  {
    role: 'country',
    title: 'Country',
    help: 'the country',
    type: 'text',
    decorative: true,
    headers: words('country customercountry land nation'),
  },
] as const satisfies readonly RoleEntry[];

/** What a column of a transaction log means. */
export type TransactionRole = (typeof TRANSACTION_ROLES)[number]['role'];

/** Which column holds what; `null` where the log has no such column. */
export type TransactionColumns = Readonly<Record<TransactionRole, string | null>>;

/** Columns named by the caller. */
export type TransactionColumnOptions = Readonly<Partial<Record<TransactionRole, string>>>;

/** Their names alone. */
export const ROLE_NAMES: readonly TransactionRole[] = TRANSACTION_ROLES.map(({ role }) => role);

/** All that is known of a role. */
export function roleEntry(name: TransactionRole): RoleEntry {
  return TRANSACTION_ROLES.find(({ role }) => role === name)!;
}

/** One thing for each role, by its name. */
export function byRole<T>(
  give: (entry: (typeof TRANSACTION_ROLES)[number]) => T,
): Record<TransactionRole, T> {
  return Object.fromEntries(TRANSACTION_ROLES.map((entry) => [entry.role, give(entry)])) as Record<
    TransactionRole,
    T
  >;
}

function words(list: string): string[] {
  return list.split(' ');
}
