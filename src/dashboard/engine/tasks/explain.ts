import type { Table } from '../../../core/table';
import { countsText, exampleTexts, identifierOf } from '../../../segmentation/explain/exampleText';
import { importanceTable } from '../../../segmentation/explain/explanationTable';
import { settingsRequest } from '../../requests';
import { fittedTo, type SettingsRequest } from '../models';
import type { Task } from '../task';

/** What describes a segment, for its card. */
export interface SegmentReasons {
  segment: number;
  /** The conditions, with coverage and precision. */
  sentence: string;
  /** The counts behind them, and customers to look at. */
  details: string[];
}

/** Answer to `explain`. */
export interface ExplainAnswer {
  segments: SegmentReasons[];
  /** The columns by how much they decide; null where there is nothing to decide. */
  importance: Table | null;
}

/** Why customers are where they are: it takes longer than the cut, so the page asks for it while it draws. */
export const explain: Task<SettingsRequest, ExplainAnswer> = {
  engine: 'interactive',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const { model } = await fittedTo(request, onProgress);
    const { explanation, names, sizes } = model;
    const called = identifierOf(model);
    const segments = (explanation?.segments ?? []).map((own): SegmentReasons => {
      const { typical, borderline } = exampleTexts(own, names, called);
      const details = [countsText(own, sizes[own.segment]), typical, borderline];
      return {
        segment: own.segment,
        sentence: own.sentence,
        details: details.filter((text) => text !== undefined),
      };
    });
    const importance = explanation && explanation.importance.length > 0 ? importanceTable(model) : null;
    return { body: { segments, importance }, arrays: {} };
  },
};
