/**
 * A currency as it stands beside amounts: its sign where that is one character and its own ('€' for EUR), otherwise what
 * was found ('SEK'); '' for none.
 */
export function currencySign(currency: string | null): string {
  if (currency === null) return '';
  if (!/^[A-Z]{3}$/.test(currency)) return currency;
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency }).formatToParts(1);
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return /^\p{Sc}$/u.test(sign) ? sign : currency;
}
