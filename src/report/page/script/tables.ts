import type { TableCell } from '../../../core/table';
import { compareCells, nextSort, type Sort } from '../../../ui/table/sort';

/** Makes the headings of a table buttons that sort it. */
export function makeSortable(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  const asItCame = Array.from(body.rows);
  const headings = Array.from(table.tHead!.rows[0].cells);
  if (asItCame.length < 2) return;
  let sort: Sort<number> = null;
  for (const [column, heading] of headings.entries()) {
    onPress(heading, () => {
      sort = nextSort(sort, column, heading.classList.contains('number'));
      announce(headings, sort);
      body.append(...sorted(asItCame, sort));
    });
  }
}

function onPress(heading: HTMLTableCellElement, act: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...heading.childNodes);
  button.addEventListener('click', act);
  heading.append(button);
}

function announce(headings: readonly HTMLTableCellElement[], sort: Sort<number>): void {
  for (const heading of headings) heading.removeAttribute('aria-sort');
  if (sort) headings[sort.column].ariaSort = sort.descending ? 'descending' : 'ascending';
}

function sorted(rows: readonly HTMLTableRowElement[], sort: Sort<number>): HTMLTableRowElement[] {
  if (!sort) return [...rows];
  const { column, descending } = sort;
  const values = new Map(rows.map((row) => [row, cellValue(row.cells[column])]));
  return rows.toSorted((a, b) => compareCells(values.get(a)!, values.get(b)!, descending));
}

/** Cells of numbers carry their value; one that carries none in a column of numbers is missing. */
function cellValue({ dataset, textContent, classList }: HTMLTableCellElement): TableCell {
  if (dataset.value !== undefined) return Number(dataset.value);
  return classList.contains('number') ? null : textContent;
}
