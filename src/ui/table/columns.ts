import type { Table, TableColumn } from '../../core/table';

/** The heading of a column, with its unit. */
export function columnHeading({ name, unit }: TableColumn): string {
  return unit ? `${name} (${unit})` : name;
}

/** Whether column `j` holds numbers only (missing values aside), and so is aligned to the right. */
export function isNumericColumn(table: Table, j: number): boolean {
  const values = table.rows.map((row) => row[j] ?? null).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number');
}
