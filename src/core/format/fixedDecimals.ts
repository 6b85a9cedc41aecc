/**
 * A number with exactly so many decimals, as programs read it: for columns of money in files.
 *
 * @example
 * fixedDecimals(25.2, 2);     // '25.20'
 * fixedDecimals(-0.001, 2);   // '0.00'
 */
export function fixedDecimals(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}
