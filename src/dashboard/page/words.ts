/** A number as people read it: '1,234.5'. */
export function plain(value: number): string {
  if (Math.abs(value) >= TOO_LONG) return value.toExponential(2);
  return value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) >= 10_000 ? 6 : 4 });
}

/** Numbers from this on are a row of digits that nobody reads. */
const TOO_LONG = 1e15;

/** '24%', '3.1%', as figures and reports have it. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}
