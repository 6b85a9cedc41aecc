/** How a value reads in a message: strings quoted, long values cut. */
export function display(value: unknown): string {
  if (['number', 'bigint', 'boolean'].includes(typeof value)) return String(value);
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}…` : value}'`;
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value !== 'object') return typeof value;
  const kind = value.constructor?.name || 'object';
  return `${'AEIO'.includes(kind[0].toUpperCase()) ? 'an' : 'a'} ${kind}`;
}
