import { formatCompact, formatNumber } from './number';

/** How an amount is written. */
export interface MoneyOptions {
  /** In little room: '$1.16M'. */
  compact?: boolean;
}

/**
 * An amount of money in whole units; small change shows below 100.
 *
 * @param unit a currency sign or code, or whatever the amount is counted in; '' for none.
 *
 * @example
 * formatMoney(1234.4, '$');                        // '$1,234'
 * formatMoney(4.5, '£');                           // '£4.50'
 * formatMoney(-674, 'EUR');                        // '−674 EUR'
 * formatMoney(447_123, '£', { compact: true });    // '£447K'
 */
export function formatMoney(amount: number, unit = '', { compact = false }: MoneyOptions = {}): string {
  if (compact) return withUnit(formatCompact(amount), unit);
  const decimals = Math.abs(amount) < 100 && !Number.isInteger(amount) ? 2 : 0;
  return withUnit(formatNumber(amount, { decimals }), unit);
}

/**
 * A written number with its unit: the sign of a currency comes before it, any other unit after it, a percent sign without
 * a space. A unit in the
 * plural loses its s after 1.
 *
 * @example
 * withUnit('674', '£');         // '£674'
 * withUnit('−674', '$');        // '−$674'
 * withUnit('12', '€/month');    // '€12/month'
 * withUnit('34', 'years');      // '34 years'
 * withUnit('34', '%');          // '34%'
 * withUnit('1', 'purchases');   // '1 purchase'
 */
export function withUnit(number: string, unit: string | undefined): string {
  if (!unit) return number;
  if (unit === '%') return `${number}%`;
  const [, sign, per] = /^(\p{Sc})(\/.+)?$/u.exec(unit) ?? [];
  if (sign)
    return `${number.startsWith('−') ? `−${sign}${number.slice(1)}` : `${sign}${number}`}${per ?? ''}`;
  return `${number} ${number === '1' ? unit.replace(/^([a-z]+)s$/, '$1') : unit}`;
}
