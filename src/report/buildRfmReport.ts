import { InputError } from '../core/errors';
import { currencySign, formatDate, formatNumber } from '../core/format';
import { checkKnown, mustBe } from '../core/options';
import { phrase } from '../core/phrase';
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

/** Options of `buildRfmReport`. */
export interface BuildRfmReportOptions {
  /** Default 'Customers by recency, frequency and monetary value'. */
  title?: string;
  /** Of money, e.g. '£'. Default: the currency of the log, where it says. */
  unit?: string;
  /** Further figures for the section of pictures. */
  figures?: readonly Figure[];
}

/**
 * The report of a transaction log: its named segments in words, a card for each with strategies, their shares of
 * revenue, scores against each other, cohorts, the cleaning statement by statement, and limits. To be written by
 * `writeReport`.
 *
 * @throws InputError when an option is unknown or no text, or the analysis is none.
 * Cost: O(customers · log customers).
 *
 * @example
 * const report = buildRfmReport(await rfmAnalysis('purchases.csv'), { unit: '£' });
 * report.sections[0].title; // 'Summary'
 */
export function buildRfmReport(analysis: RfmAnalysis, options: BuildRfmReportOptions = {}): Report {
  checkKnown('buildRfmReport', options, ['title', 'unit', 'figures']);
  const { title = 'Customers by recency, frequency and monetary value', figures = [] } = options;
  const unit = options.unit ?? currencySign(analysis?.currency ?? null);
  for (const [name, text] of Object.entries({ title, unit }))
    if (typeof text !== 'string') throw mustBe(name, text, 'a text');
  if (!Array.isArray(analysis?.segments) || !Array.isArray(analysis.steps))
    throw new InputError('wrong-type', phrase`the report was given ${{ value: analysis }}`, {
      remedy: 'it needs what `rfmAnalysis` returns',
    });
  const there = { ...analysis, segments: analysis.segments.filter(({ customers }) => customers > 0) };
  return {
    title,
    subtitle: `${formatNumber(there.customers.customer.length)} customers · ${analysis.file} · as of ${formatDate(analysis.asOf)}`,
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
