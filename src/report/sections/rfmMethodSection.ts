import { capitalized } from '../../core/columnNames';
import { formatDate } from '../../core/format';
import type { Table } from '../../core/table';
import { columnSentence } from '../../features/rfm/reading/transactionColumns';
import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import { withoutExamples } from '../../table/spelling';
import type { ReportSection } from '../report';

/** How scores and segments came about, and from which columns. */
export function rfmMethodSection({ asOf, columns, detected, sql, gross }: RfmAnalysis): ReportSection {
  return {
    title: 'Method',
    blocks: [
      {
        kind: 'paragraph',
        text: `Recency is the number of days from a customer’s last purchase to ${formatDate(asOf)}, frequency the number of invoices, monetary value ${gross ? 'the sum of all amounts' : 'what was paid, without returns, refunds, vouchers and canceled orders (recency and frequency count purchases, not returns)'}. Each is scored from 1 to 5 by fifths of the customers (equal values get equal scores, so fifths are unequal where values are tied). The segment follows from the scores of recency and frequency (Hughes 1994)${gross ? '' : '; customers who kept nothing are apart'}.`,
      },
      { kind: 'table', table: columnsTable(columns) },
      {
        kind: 'list',
        points: besidesColumns(detected, columns).map((text) => ({ text: `${capitalized(text)}.` })),
      },
      { kind: 'paragraph', text: 'The statement that made the table of customers:' },
      { kind: 'code', text: sql },
    ],
  };
}

/** Columns have their table; a report is passed on, so spellings of customers are counted, and not shown. */
function besidesColumns(detected: readonly string[], columns: RfmAnalysis['columns']): string[] {
  const told = Object.entries(columns).map(([role, name]) => columnSentence(role, String(name)));
  return detected.filter((sentence) => !told.includes(sentence)).map(withoutExamples);
}

function columnsTable(columns: RfmAnalysis['columns']): Table {
  const named = Object.entries(columns).filter(([, name]) => typeof name === 'string') as [string, string][];
  return {
    caption: 'Which column of the log holds what',
    columns: [{ name: 'What' }, { name: 'Column' }],
    rows: named.map(([what, name]) => [what, name]),
  };
}
