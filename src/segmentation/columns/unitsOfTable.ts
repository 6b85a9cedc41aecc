import type { ResolvedOptions } from '../options';
import type { CustomerTableRead } from './readCustomerTable';

/**
 * Options with the units that stood by the values of the table, and what the time since dates is called, where nothing
 * was given; a unit that the name ends with, 'Spent ($)', is left off the label.
 */
export function withUnitsOf(
  { table, elapsed }: CustomerTableRead,
  options: ResolvedOptions,
): ResolvedOptions {
  const { columns } = table;
  const found = columns.flatMap(({ name, unit }): [string, string][] =>
    unit === undefined || Object.hasOwn(options.units, name) ? [] : [[name, unit]],
  );
  if (found.length === 0 && elapsed.size === 0) return options;
  const named = found.filter(([name, unit]) => name.endsWith(` (${unit})`));
  const labels = [
    ...named.map(([name, unit]) => [name, name.slice(0, -` (${unit})`.length)]),
    ...Array.from(elapsed, ([name, { label }]) => [name, label]),
  ];
  return {
    ...options,
    units: { ...Object.fromEntries(found), ...options.units },
    labels: { ...Object.fromEntries(labels), ...options.labels },
  };
}
