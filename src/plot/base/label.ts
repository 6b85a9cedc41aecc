import { columnLabel } from '../../core/columnNames';
import { withUnit } from '../../core/format';
import { type Given, named, optional, type TObject, text } from '../../core/schema';

/** How options word columns. */
export const WORDING = {
  /** Human names, e.g. `{ MntWines: 'Wines' }`; a column not named here is worded by `columnLabel`. */
  labels: optional(named(text(), { deep: true, expects: 'an object with a name for each column' })),
  /** Units said after the name, e.g. `{ Income: '€' }`. */
  units: optional(named(text(), { deep: true, expects: 'an object with a unit for each column' })),
};

/** What a reader calls a column, and in what it is measured, by column name. */
export interface Wording extends Given<TObject<typeof WORDING>> {}

/** The human name of a column: the caller's word for it, or `columnLabel`. */
export function nameOf(column: string, wording: Wording): string {
  return escapePlotlyText(own(wording.labels, column) ?? columnLabel(column));
}

/**
 * Text out of data, such as a category or a segment's name, that Plotly shows as it is written: a tag in it is no
 * tag (Plotly would set a link), `%{x}` no field of the hover text. Text in Arabic, Hebrew and their like is isolated
 * (U+2068 … U+2069), so that it does not draw the numbers beside it into its own direction; pictures saved as files
 * lose that, for which a mark (U+200E) follows.
 */
export function escapePlotlyText(text: string): string {
  const harmless = text.replace(/<([^<>]*)>/g, '‹$1›').replaceAll('%{', '% {');
  return rightToLeft.test(harmless) ? `\u2068${harmless}\u2069\u200E` : harmless;
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** An axis title: name and unit. */
export function axisTitle(column: string, wording: Wording): string {
  const unit = own(wording.units, column);
  return unit ? `${nameOf(column, wording)} (${escapePlotlyText(unit)})` : nameOf(column, wording);
}

/** A written number of a column, or what Plotly will write it from, with the column's unit: '£674', '34 years'. */
export function inUnit(number: string, column: string, wording: Wording): string {
  const unit = own(wording.units, column);
  return unit ? withUnit(number, escapePlotlyText(unit)) : number;
}

function own(record: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
