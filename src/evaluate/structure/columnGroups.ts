import { checkInteger, checkList } from '../../core/options';

/** Columns (by position) that say one thing together, such as the columns of 0 and 1 of one category. */
export type ColumnGroups = readonly (readonly number[])[];

/** @throws InputError when it names no columns of a table of `cols`. */
export function checkColumnGroups(columnGroups: ColumnGroups, cols: number): ColumnGroups {
  for (const columns of checkList('columnGroups', columnGroups)) {
    for (const j of checkList('columnGroups', columns))
      checkInteger('columnGroups', j, { min: 0, max: cols - 1 });
  }
  return columnGroups;
}
