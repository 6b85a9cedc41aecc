import { InputError } from '../core/errors';
import { currencySign, formatDate, plural } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { array, type Given, object, optional, text } from '../core/schema';
import type { RfmAnalysis } from '../features/rfm/rfmAnalysis';
import { rfmSegmentTable } from '../features/rfm/tables/rfmTables';
import type { Figure } from '../plot/base/figure';
import type { Report } from './report';
import { rfmCards } from './sections/rfmCards';
import { rfmCleaningSection } from './sections/rfmCleaningSection';
import { rfmFiguresSection } from './sections/rfmFiguresSection';
import { rfmLimitsSection } from './sections/rfmLimitsSection';
import { rfmMethodSection } from './sections/rfmMethodSection';
import { rfmMoneySection } from './sections/rfmMoneySection';
import { rfmSummarySection } from './sections/rfmSummarySection';

/** What the options may be. @internal */
export const BUILD_RFM_REPORT_OPTIONS = object({
  /** Default 'Customers by recency, frequency and monetary value'. */
  title: text({ expects: 'a text', default: 'Customers by recency, frequency and monetary value' }),
  /** Of money, e.g. '£'. Default: the currency of the log, where it says. */
  unit: optional(text({ expects: 'a text' })),
  /** Further figures for the section of pictures. */
  figures: array<readonly Figure[]>({ default: [] }),
});

/** Options of `buildRfmReport`. */
export interface BuildRfmReportOptions extends Given<typeof BUILD_RFM_REPORT_OPTIONS> {}

/**
 * The report of a transaction log: its named segments in words, a card for each with strategies, their shares of
 * revenue, scores against each other, cohorts, the cleaning statement by statement, and limits. To be written by
 * `writeReport`.
 *
 * @throws InputError when an option is unknown or no text, or the analysis is none, or without the rows of customers.
 * Cost: O(customers · log customers).
 *
 * @example
 * const report = buildRfmReport(await rfmAnalysis('purchases.csv'), { unit: '£' });
 * report.sections[0].title; // 'Summary'
 */
export function buildRfmReport(analysis: RfmAnalysis, options: BuildRfmReportOptions = {}): Report {
  const given = resolveOptions('buildRfmReport', BUILD_RFM_REPORT_OPTIONS, options);
  const { title, figures, unit = currencySign(analysis?.currency ?? null) } = given;
  if (!Array.isArray(analysis?.segments) || !Array.isArray(analysis.steps))
    throw new InputError('wrong-type', phrase`the report was given ${{ value: analysis }}`, {
      remedy: 'it needs what `rfmAnalysis` returns',
    });
  if (analysis.customers.customer.length === 0)
    throw new InputError('no-data', 'the report needs the rows of customers, which were not read', {
      remedy: phrase`call \`rfmAnalysis\` without ${{ option: 'readCustomers' }} false`,
    });
  const there = { ...analysis, segments: analysis.segments.filter(({ customers }) => customers > 0) };
  return {
    title,
    subtitle: `${plural(there.customers.customer.length, 'customer')} · ${analysis.file} · as of ${formatDate(analysis.asOf)}`,
    sections: [
      rfmSummarySection(there, unit),
      { title: 'The segments', blocks: [{ kind: 'cards', cards: rfmCards(there, unit) }] },
      rfmFiguresSection(there, unit, figures),
      {
        title: 'Segment statistics',
        blocks: [{ kind: 'table', table: rfmSegmentTable(there.segments, { unit }) }],
      },
      ...rfmMoneySection(there, unit),
      rfmMethodSection(there),
      rfmCleaningSection(there),
      rfmLimitsSection(there),
    ],
  };
}
