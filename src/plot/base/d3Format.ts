import { areYears, decimalsFor } from '../../core/format';

/** The format of a column's numbers in d3's language, for axes and hover text, which Plotly writes. */
export function d3FormatOf(column: ArrayLike<number>): string {
  return areYears(column) ? '.0f' : `,.${decimalsFor(column)}f`;
}
