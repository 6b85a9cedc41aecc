import { label } from '../core/columnNames';

export { label };

/** What a reader calls a column, and in what it is measured, by column name. */
export interface Wording {
  /** Human names, e.g. `{ MntWines: 'Wines' }`; a column not named here is worded by `label`. */
  labels?: Readonly<Record<string, string>>;
  /** Units said after the name, e.g. `{ Income: '€' }`. */
  units?: Readonly<Record<string, string>>;
}

/** The human name of a column: the caller's word for it, or `label`. */
export function nameOf(column: string, wording: Wording): string {
  return literal(own(wording.labels, column) ?? label(column));
}

/**
 * Text out of data, such as a category or a segment's name, that Plotly shows as it is written: a tag in it is no
 * tag (Plotly would set a link), `%{x}` no field of the hover text.
 */
export function literal(text: string): string {
  return text.replace(/<([^<>]*)>/g, '‹$1›').replaceAll('%{', '% {');
}

/** An axis title: name and unit. */
export function axisTitle(column: string, wording: Wording): string {
  const unit = own(wording.units, column);
  return unit ? `${nameOf(column, wording)} (${literal(unit)})` : nameOf(column, wording);
}

/** The unit to say after a number, with its space, or nothing. */
export function unitAfter(column: string, wording: Wording): string {
  const unit = own(wording.units, column);
  return unit ? ` ${literal(unit)}` : '';
}

function own(record: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
