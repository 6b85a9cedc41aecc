import type { TypedTable } from '../../table/typedTable';
import type { ResolvedOptions } from '../options';

/**
 * Options with the units that stood by the values of the table, where none were given; a unit that the name ends with,
 * 'Spent ($)', is left off the label.
 */
export function withUnitsOf({ columns }: TypedTable, options: ResolvedOptions): ResolvedOptions {
  const found = columns.flatMap(({ name, unit }): [string, string][] =>
    unit === undefined || Object.hasOwn(options.units, name) ? [] : [[name, unit]],
  );
  if (found.length === 0) return options;
  const named = found.filter(([name, unit]) => name.endsWith(` (${unit})`));
  const labels = named.map(([name, unit]) => [name, name.slice(0, -` (${unit})`.length)]);
  return {
    ...options,
    units: { ...Object.fromEntries(found), ...options.units },
    labels: { ...Object.fromEntries(labels), ...options.labels },
  };
}
