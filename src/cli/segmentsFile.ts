import { formatCount } from '../core/format';
import { MAX_OWN_VALUES } from '../segmentation/score/scoredTable';
import type { TableData } from '../table/tableData';
import { flag } from './optionKinds';

/** What goes into the files of results, and what may be replaced by them. */
export const RESULT_OPTIONS = {
  'with-columns': {
    type: 'boolean',
    describe: `Put the file's own columns into the table of segments (default: for files of up to ${formatCount(MAX_OWN_VALUES)} values; --with-columns=false leaves them out)`,
  },
  overwrite: flag('Replace results that are there already'),
} as const;

/** What the table of segments holds, for scripts. */
export function segmentsDocument(table: TableData): object {
  const columns = Object.keys(table);
  const { length } = table[columns[0]];
  const reasons = table[columns[columns.length - 1]];
  return { columns, rows: length, withoutSegment: reasons.filter((reason) => reason !== null).length };
}
