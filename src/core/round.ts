/** A number with at most so many decimals; still a number, for files and styles. */
export function roundDecimals(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** A number with at most so many significant digits; still a number. */
export function roundDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
