import { plainNumber } from './recognize/numberText';

/** A finite number, true and false as 1 and 0, or a text that is a plain number; undefined for everything else. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? plainNumber(value.trim()) : undefined;
}
