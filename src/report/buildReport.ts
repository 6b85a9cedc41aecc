import { InputError } from '../core/errors';
import { countPhrase, formatNumber } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { array, type Given, object, optional, text, thing } from '../core/schema';
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

/** What the options may be. @internal */
export const BUILD_REPORT_OPTIONS = object({
  /** Default 'Customer segments'. */
  title: text({ pattern: '\\S', expects: 'a text', default: 'Customer segments' }),
  /** Where the customers come from, said under the title: 'loyalty_members.csv, November 2024'. */
  source: optional(text({ pattern: '\\S', expects: 'a text' })),
  /** What `compareClusterings` found for this and other algorithms: a section of its own. */
  comparison: optional(
    thing<ClusteringComparison>('object', { expects: 'what `compareClusterings` returns' }),
  ),
  /** Further figures for the segments in pictures, such as a `silhouettePlot`. */
  figures: array<readonly Figure[]>({ default: [] }),
  /** What the model file is called in the instructions for scoring. Default 'model.json'. */
  modelFile: text({ pattern: '\\S', expects: 'a text', default: 'model.json' }),
});

/** Options of `buildReport`. */
export interface BuildReportOptions extends Given<typeof BUILD_REPORT_OPTIONS> {}

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
  const { title, source, comparison, figures, modelFile } = resolveOptions(
    'buildReport',
    BUILD_REPORT_OPTIONS,
    options,
  );
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

function checkModel(model: ReportedModel): void {
  if (Array.isArray(model?.profiles) && Array.isArray(model.columns)) return;
  throw new InputError('wrong-type', phrase`the report was given ${{ value: model }}`, {
    remedy: 'it needs what `new Segmentation().fit` or `SegmentationModel.load` returns',
  });
}
