/** How columns are called in titles, axes and hover text. */

/** What a reader calls a column, and in what it is measured, by column name. */
export interface Wording {
  /** Human names, e.g. `{ MntWines: 'Wines' }`; a column not named here is worded by `label`. */
  labels?: Readonly<Record<string, string>>;
  /** Units said after the name, e.g. `{ Income: '€' }`. */
  units?: Readonly<Record<string, string>>;
}

/**
 * A column's name as a person would write it: underscores and capitals inside become spaces. Names that hold
 * spaces were written by a person and stay as they are, as do words in capitals.
 *
 * @example
 * label('Total_Spending');      // 'Total spending'
 * label('NumWebPurchases');     // 'Num web purchases'
 * label('Annual Income (k$)');  // 'Annual Income (k$)'
 */
export function label(column: string): string {
  if (/\s/.test(column.trim())) return column.trim();
  const words = column
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_]+/)
    .filter((word) => word !== '');
  const sentence = words.map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase())).join(' ');
  return capitalise(sentence);
}

/** The human name of a column: the caller's word for it, or `label`. */
export function nameOf(column: string, wording: Wording): string {
  return own(wording.labels, column) ?? label(column);
}

/** An axis title: name and unit. */
export function axisTitle(column: string, wording: Wording): string {
  const unit = own(wording.units, column);
  return unit ? `${nameOf(column, wording)} (${unit})` : nameOf(column, wording);
}

/** The unit to say after a number, with its space, or nothing. */
export function unitAfter(column: string, wording: Wording): string {
  const unit = own(wording.units, column);
  return unit ? ` ${unit}` : '';
}

/** A name inside a sentence: its capital goes, unless a word of capitals or a further capital makes it a name. */
export function inside(name: string): string {
  return /^[A-Z][a-z]+(?![a-z])(?!.*[A-Z])/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}

function capitalise(text: string): string {
  return text === '' ? text : text[0].toUpperCase() + text.slice(1);
}

function own(record: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
