/** A number as people read it: '1,234.5'. */
export function plain(value: number): string {
  if (Math.abs(value) >= TOO_LONG) return value.toExponential(2);
  return value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) >= 10_000 ? 6 : 4 });
}

/** Numbers from this on are a row of digits that nobody reads. */
const TOO_LONG = 1e15;

/** '24%', '3.1%'; some are never none, and not all never all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1%';
  if (share >= 0.995 && share < 1) return '>99%';
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}
