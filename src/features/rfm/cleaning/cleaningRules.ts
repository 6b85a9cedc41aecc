import { wrapNames } from '../../../datasets/sql/wrapNames';
import type { TransactionColumns } from '../transactionRoles';
import { typedColumns } from '../typedColumns';
import type { SaleConditions } from './saleConditions';

/** One rule of the cleaning, in SQL. */
export interface CleaningRule {
  /** The step in words. */
  name: string;
  /** Name of the view it makes. */
  view: string;
  /** Condition on the rows that stay; none where every row does. */
  keep?: string;
  /** Columns of the view, where they are not simply those of the one before. */
  select?: string;
  /** Condition on the rows that the rule is about. */
  about: string;
  /** A rule that is left out where no row is concerned. */
  onlyWhereNeeded?: boolean;
  reason: string;
}

/** Rows entered twice, where the caller asks for it. */
export const WITHOUT_REPEATS: CleaningRule = {
  name: 'Drop exact duplicates',
  view: 'without_repeats',
  keep: 'NOT repeats',
  about: 'repeats',
  reason: 'an earlier row is the same in every column: taken for entered twice',
};

/** What the rules of a log depend on besides its columns. */
export interface RuleFacts {
  /** Why rows have no amount, where they do. */
  withoutAmount: string;
  /** What numbers of canceled invoices begin with, as a literal of SQL; null for none. */
  prefix: string | null;
  /** Whether quantity and price of a row say what was paid; not where the amount is that of the whole order. */
  byLine: boolean;
  /** Rows that are no sale by their status. */
  conditions: SaleConditions;
  /** Whether what is left out here is subtracted from what customers paid. */
  net: boolean;
}

/** The rules that a log with these columns needs, in order. */
export function cleaningRules(
  columns: TransactionColumns,
  { withoutAmount, prefix, byLine, conditions, net }: RuleFacts,
): CleaningRule[] {
  const off = net ? '; its money is subtracted' : '';
  const rules: (CleaningRule | false)[] = [
    columns.description !== null && describedRule(columns),
    {
      name: 'Drop rows without a customer',
      view: 'with_customer',
      keep: 'customer IS NOT NULL',
      about: 'customer IS NULL',
      reason: 'nobody to whom the purchase could be credited',
    },
    {
      name: 'Drop rows without a date',
      view: 'with_date',
      keep: 'date IS NOT NULL',
      about: 'date IS NULL',
      onlyWhereNeeded: true,
      reason: 'recency needs a day',
    },
    {
      name: 'Drop rows without an invoice number',
      view: 'with_invoice',
      keep: 'invoice IS NOT NULL',
      about: 'invoice IS NULL AND date IS NOT NULL',
      onlyWhereNeeded: true,
      reason: 'frequency counts invoices',
    },
    prefix !== null && {
      name: 'Drop cancellations',
      view: 'not_canceled',
      keep: `NOT starts_with(invoice, ${prefix})`,
      about: `starts_with(invoice, ${prefix})`,
      reason: `invoices whose number begins with ${prefix} take a sale back${off}`,
    },
    ...statusRules(conditions),
    ...(columns.quantity === null || !byLine
      ? []
      : [
          known('quantity', 'nobody knows how much was bought'),
          positive('quantity', `a return or a correction of stock, not a purchase${off}`),
        ]),
    ...(columns.price === null || !byLine
      ? []
      : [
          known('price', 'nobody knows what it cost'),
          positive('price', net ? VOUCHER_PRICE : 'a gift, a sample or a correction of books, not a sale'),
        ]),
    ...(columns.amount === null
      ? []
      : [
          known('amount', withoutAmount),
          positive(
            'amount',
            net ? 'nothing was paid, or money was paid back, which is subtracted' : 'nothing was paid',
          ),
        ]),
  ];
  return rules.filter((rule): rule is CleaningRule => rule !== false);
}

const VOUCHER_PRICE = 'a gift, a sample or a voucher, not a sale; prices below zero are subtracted';

/** Orders that did not become sales, and what is no order at all. */
function statusRules({ notSold, refund, noOrder }: SaleConditions): CleaningRule[] {
  const rule = (name: string, view: string, about: string | undefined, reason: string): CleaningRule[] =>
    about === undefined ? [] : [{ name, view, keep: `NOT (${about})`, about, reason }];
  return [
    ...rule('Drop rows that are no orders', 'orders_only', noOrder, 'other events than orders'),
    ...rule('Drop orders that were canceled or not paid', 'sold', notSold, 'no sale, by their status'),
    ...rule('Drop refunds', 'without_refunds', refund, 'money paid back, not a purchase; it is subtracted'),
  ];
}

function describedRule(columns: TransactionColumns): CleaningRule {
  const there = ['row', ...typedColumns(columns), 'repeats'];
  const select = there.map((name) =>
    name === 'description' ? "coalesce(description, 'Unknown') AS description" : name,
  );
  return {
    name: "Missing descriptions become 'Unknown'",
    view: 'described',
    select: `\n  ${wrapNames(select)}`,
    about: 'description IS NULL',
    reason: 'a purchase counts whether or not its article has a name',
  };
}

function known(column: 'quantity' | 'price' | 'amount', reason: string): CleaningRule {
  return {
    name: `Drop rows without ${column === 'price' ? 'a price' : column === 'amount' ? 'an amount' : 'a quantity'}`,
    view: `with_${column}`,
    keep: `${column} IS NOT NULL`,
    about: `${column} IS NULL`,
    onlyWhereNeeded: true,
    reason,
  };
}

function positive(column: string, reason: string): CleaningRule {
  return {
    name: `Drop rows whose ${column} is not positive`,
    view: `positive_${column}`,
    keep: `${column} > 0`,
    about: `${column} <= 0`,
    reason,
  };
}
