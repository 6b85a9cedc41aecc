import type { TableCell } from '../../core/table';

/** What a table is sorted by; null: as it came. */
export type Sort<Column> = { column: Column; descending: boolean } | null;

/** What a click on a heading sorts by: numbers from the largest, text from A; then the other way; then as it came. */
export function nextSort<Column>(sort: Sort<Column>, column: Column, isNumber: boolean): Sort<Column> {
  if (sort?.column !== column) return { column, descending: isNumber };
  return sort.descending === isNumber ? { column, descending: !isNumber } : null;
}

/** What a screen reader is told of a heading. */
export function ariaSort<Column>(sort: Sort<Column>, column: Column): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** Numbers by size, text as people order it; missing values last in either direction. */
export function compareCells(a: TableCell, b: TableCell, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'en', { numeric: true });
  return descending ? -order : order;
}
