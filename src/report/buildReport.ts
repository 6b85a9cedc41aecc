import { InputError } from '../core/errors';
import { countPhrase, formatNumber } from '../core/format';
import { checkKnown, checkList, mustBe } from '../core/options';
import { phrase } from '../core/phrase';
import type { ClusteringComparison } from '../evaluate/compare/compareClusterings';
import type { Figure } from '../plot/base/figure';
import type { SegmentationModel } from '../segmentation/segmentationModel';
import type { Report } from './report';
import type { ReportedModel } from './reportedModel';
import { cleaningSection } from './sections/cleaningSection';
import { comparisonSection } from './sections/comparisonSection';
import { figuresSection } from './sections/figuresSection';
import { limitsSection } from './sections/limitsSection';
import { methodSection } from './sections/methodSection';
import { numbersSection } from './sections/numbersSection';
import { scoringSection } from './sections/scoringSection';
import { segmentsSection } from './sections/segmentsSection';
import { summarySection } from './sections/summarySection';

/** Options of `buildReport`. */
export interface BuildReportOptions {
  /** Default 'Customer segments'. */
  title?: string;
  /** Where the customers come from, said under the title: 'loyalty_members.csv, November 2024'. */
  source?: string;
  /** What `compareClusterings` found for this and other algorithms: a section of its own. */
  comparison?: ClusteringComparison;
  /** Further figures for the segments in pictures, such as a `silhouettePlot`. */
  figures?: readonly Figure[];
  /** What the model file is called in the instructions for scoring. Default 'model.json'. */
  modelFile?: string;
}

/**
 * The report of a segmentation: summary in words, a card for each segment, figures, tables, method, data cleaning,
 * limits, and how to score new customers. A loaded model gives the same report as the fitted one.
 *
 * @throws InputError when an option is unknown or no text, or the model is none.
 * Cost: O(customers) for the figures of shares.
 *
 * @example
 * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
 * buildReport(model).sections[0].title; // 'Summary'
 */
export function buildReport(model: SegmentationModel, options: BuildReportOptions = {}): Report {
  checkKnown('buildReport', options, ['title', 'source', 'comparison', 'figures', 'modelFile']);
  const { title = 'Customer segments', source, comparison, figures = [], modelFile = 'model.json' } = options;
  checkTexts({ title, modelFile, ...(source !== undefined && { source }) });
  checkList('figures', figures);
  checkModel(model);
  return {
    title,
    subtitle: subtitleOf(model, source),
    sections: [
      summarySection(model),
      segmentsSection(model),
      figuresSection(model, figures),
      numbersSection(model),
      ...(comparison ? [comparisonSection(comparison)] : []),
      methodSection(model),
      cleaningSection(model),
      limitsSection(model),
      scoringSection(model, modelFile),
    ],
  };
}

function subtitleOf({ clustered, k }: ReportedModel, source: string | undefined): string {
  const found = `${formatNumber(clustered)} customers in ${countPhrase(k, 'segment')}`;
  return source ? `${found} · ${source}` : found;
}

function checkTexts(texts: Readonly<Record<string, unknown>>): void {
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text !== 'string' || text.trim() === '') throw mustBe(name, text, 'a text');
  }
}

function checkModel(model: ReportedModel): void {
  if (Array.isArray(model?.profiles) && Array.isArray(model.columns)) return;
  throw new InputError('wrong-type', phrase`the report was given ${{ value: model }}`, {
    remedy: 'it needs what `new Segmentation().fit` or `SegmentationModel.load` returns',
  });
}
