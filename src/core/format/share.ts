import { roundDecimals } from '../round';
import { MISSING } from './missing';
import { formatNumber } from './number';

/** How a share is written. */
export interface ShareOptions {
  /** Exactly so many decimals of the percentage, so that a column of shares is aligned. */
  decimals?: number;
}

/**
 * A share as a percentage. The one rule: whole percents, with one decimal below 1% and above 99%; and what is neither
 * none nor all is never written as 0% or 100%. NaN is a dash.
 *
 * @param share from 0 to 1; a change may be negative, or more than 1.
 *
 * @example
 * formatShare(0.4512);                     // '45%'
 * formatShare(0.004);                      // '0.4%'
 * formatShare(0.997);                      // '99.7%'
 * formatShare(0.00001);                    // '<0.1%'
 * formatShare(0.99999);                    // '>99.9%'
 * formatShare(0.0625, { decimals: 1 });    // '6.3%'
 */
export function formatShare(share: number, { decimals }: ShareOptions = {}): string {
  if (Number.isNaN(share)) return MISSING;
  const percentage = 100 * share;
  const places = decimals ?? (isNearNoneOrAll(percentage) ? 1 : 0);
  const rounded = roundDecimals(percentage, places);
  const least = 10 ** -places;
  if (percentage > 0 && rounded === 0) return `<${formatNumber(least, { decimals: places })}%`;
  if (percentage < 100 && rounded === 100) return `>${formatNumber(100 - least, { decimals: places })}%`;
  // '1%' and '99%', not '1.0%' and '99.0%', unless decimals were asked for.
  return `${formatNumber(rounded, { decimals: decimals ?? (Number.isInteger(rounded) ? 0 : 1) })}%`;
}

/** Below 1%, or between 99% and 100%: there a whole percent would say too little. */
function isNearNoneOrAll(percentage: number): boolean {
  const size = Math.abs(percentage);
  return (size > 0 && size < 1) || (size > 99 && size < 100);
}
