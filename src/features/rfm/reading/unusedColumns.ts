import { apartFromTax, bareHeader, CENTS, isOrderStatus, MONEY_BACK } from '../likelyHeaders';
import { namesRole, roleEntry, type TransactionColumns, type TransactionRole } from '../transactionRoles';
import { wordList } from '../wordList';
import { cashFlows, ledgerSides } from './ledgerSides';

/** What of an order bears on its money, and is worth a word where it was not used. */
const MONEY_ROLES: readonly TransactionRole[] = ['currency', 'status', 'canceled', 'refunded'];

const MARGIN_HEADERS: ReadonlySet<string> = new Set(
  wordList(`
    profit margin grossprofit grossmargin contributionmargin netprofit profitamount marginamount
    deckungsbeitrag rohertrag gewinn marge margebrute benefice beneficio margen margine utile winst lucro margem
  `),
);

/** What goods cost the seller. */
const COST_HEADERS: ReadonlySet<string> = new Set(
  wordList(`
    cogs costofgoods costofgoodssold costofsales unitcost costprice purchasecost totalcost productcost landedcost costamount
    einkaufspreis einstandspreis wareneinsatz selbstkosten prixachat prixdachat coutachat coutdachat
    costedeventas preciodecosto preciocoste costodelvenduto inkoopprijs inkoopwaarde kostprijs precodecusto
  `),
);

/** Columns of statuses, currencies and refunds that were left alone, and a margin that could be the money. */
export function unusedSentences(names: readonly string[], columns: TransactionColumns): string[] {
  const unused = unusedNames(names, columns);
  const list = unused.filter(isAboutMoney).map((name) => `'${name}'`);
  const margin = unused.find((name) => MARGIN_HEADERS.has(bareHeader(name)));
  const cost = margin === undefined ? unused.find((name) => COST_HEADERS.has(bareHeader(name))) : undefined;
  return [
    ...(list.length === 0 ? [] : [`not used, though about orders and their money: ${list.join(', ')}`]),
    ...centsSentences(names, columns),
    ...otherSide(names, columns),
    ...otherAmounts(unused, columns),
    ...(margin === undefined || columns.amount === margin
      ? []
      : [
          `'${margin}' was not used: name it as the amount, and customers are scored by margin (lines at a loss are then subtracted)`,
        ]),
    ...(cost === undefined || MARGIN_HEADERS.has(bareHeader(columns.amount ?? ''))
      ? []
      : [
          `'${cost}' was not used: customers are scored by what they paid; for scores by margin, add a column of what is left after costs, and name it as the amount`,
        ]),
  ];
}

/** Of several amounts one counts: with or without tax and shipping makes another sum. */
function otherAmounts(unused: readonly string[], { amount }: TransactionColumns): string[] {
  if (amount === null) return [];
  const others = unused.filter(
    (name) => namesRole('amount', name) || apartFromTax(name)?.header === bareHeader(amount),
  );
  if (others.length === 0) return [];
  return [`of the amounts '${amount}' counts, not ${others.map((name) => `'${name}'`).join(', ')}`];
}

/** Of two sides of a ledger, the one that was left alone. */
function otherSide(names: readonly string[], { amount, refunded }: TransactionColumns): string[] {
  const { debit, credit } = ledgerSides(names) ?? {};
  const flows = cashFlows(names);
  const sides = [debit ?? flows.amount, credit ?? flows.refunded];
  const other = sides.find((side) => side !== amount);
  if (amount === null || other === undefined || !sides.includes(amount) || other === refunded) return [];
  return [`'${other}' was not used: name it as the refunded amount if customers got it back`];
}

/** That amounts are a hundred times what was paid, where headers say so, or those of a service that always does. */
function centsSentences(names: readonly string[], { amount, price }: TransactionColumns): string[] {
  const paid = amount ?? price;
  if (paid === null) return [];
  const headers = new Set(names.map(bareHeader));
  const byService = headers.has('amountcaptured') && headers.has('object');
  if (!byService && !CENTS.test(bareHeader(paid))) return [];
  return [
    `'${paid}' is in cents${byService ? ", as Stripe's interface gives it" : ''}: divide it by 100, or read all sums in cents`,
  ];
}

/** Columns without a role. */
export function unusedNames(names: readonly string[], columns: TransactionColumns): string[] {
  const used = new Set<string | null>(Object.values(columns));
  return names.filter((name) => !used.has(name));
}

/** Whether a header is that of the status of an order, a currency, a refund or a flag that money came back. */
export function isAboutMoney(name: string): boolean {
  const header = bareHeader(name);
  const known = MONEY_ROLES.some((role) => roleEntry(role).headers.includes(header));
  return (
    known ||
    isOrderStatus(name) ||
    /currency$/.test(header) ||
    (MONEY_BACK.test(header) && !NO_MONEY.test(header))
  );
}

/** Why, and under which number. */
const NO_MONEY =
  /(?:reason|note|by)$|(?:refund|return|transaction|payment|dispute|chargeback)(?:id|no|nr|number)$/;
