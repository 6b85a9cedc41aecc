import { plural } from '../../core/format';
import { BUYER, bareHeader, CUSTOMER_NAME, CUSTOMER_NUMBER, EMAIL, KEY_AT_END } from './likelyHeaders';
import { headerRank } from './transactionRoles';

/** How well a column says whose the rows of a log are. */
export interface CustomerCounts {
  name: string;
  /** Rows in which it names somebody. */
  known: number;
  /** How many it names. */
  distinct: number;
}

/**
 * The columns of numbers and addresses that may say who the customer is, that of the first choice first; it alone where
 * there is no other. Names of people are none, since several have the same, nor is a 'user', who may be a cashier.
 */
export function customerCandidates(names: readonly string[], first: string): string[] {
  const others = names.filter((name) => {
    const header = bareHeader(name);
    if (name === first) return false;
    const isNumber = CUSTOMER_NUMBER.test(header) && KEY_AT_END.test(header) && BUYER.test(header);
    return isNumber || (EMAIL.test(header) && (headerRank('customer', name) ?? USUAL + 1) <= USUAL);
  });
  return [first, ...others];
}

/** Columns of names of customers: they may know who bought where numbers and addresses do not. */
export function customerNames(names: readonly string[], candidates: readonly string[]): string[] {
  return names.filter(
    (name) =>
      !candidates.includes(name) &&
      (headerRank('customer', name) === USUAL || CUSTOMER_NAME.test(bareHeader(name))) &&
      !EMAIL.test(bareHeader(name)),
  );
}

/** What to know of a column of names that knows customers in more rows than the one that was chosen. */
export function moreByName(chosen: CustomerCounts, names: readonly CustomerCounts[], rows: number): string[] {
  const best = names.find(({ known }) => known - chosen.known >= MORE * rows);
  if (best === undefined) return [];
  const more = plural(best.known - chosen.known, 'row');
  return [
    `'${best.name}' names somebody in ${more} more than '${chosen.name}': name it as the customer if no two customers have the same name`,
  ];
}

/** The last rank of a header that says so in so many words. */
const USUAL = 1;

/** So much more of the rows makes another column the better one. */
const MORE = 0.05;
/** A column that names somebody else in nearly each order numbers orders. */
const EACH = 0.98;

/**
 * Which of several columns says who the customer is, and why where it is not the first: that one is empty in rows that
 * another knows, or has a new number in every order.
 * @param orders how many orders there are.
 */
export function chooseCustomer(
  [first, ...others]: readonly CustomerCounts[],
  { rows, orders }: { rows: number; orders: number },
): { name: string; reason?: string } {
  const fuller = others.reduce((best, one) => (one.known > best.known ? one : best), first);
  if (fuller.known - first.known >= MORE * rows && fuller.distinct > 0)
    return {
      name: fuller.name,
      reason: `customer is in column '${fuller.name}', which is known in ${plural(fuller.known - first.known, 'row')} more than '${first.name}'`,
    };
  const numbersOrders =
    orders > first.distinct * EACH && first.distinct >= EACH * orders && first.distinct > 1;
  const person = others
    .filter(({ known, distinct }) => known >= EACH * first.known && distinct < (1 - MORE) * first.distinct)
    .filter(({ distinct }) => distinct > 1)
    .reduce<CustomerCounts | undefined>(
      (best, one) => (best === undefined || one.distinct > best.distinct ? one : best),
      undefined,
    );
  if (!numbersOrders || person === undefined) return { name: first.name };
  return {
    name: person.name,
    reason: `customer is in column '${person.name}', since '${first.name}' has another number in every order`,
  };
}
