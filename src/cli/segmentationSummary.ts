import { formatList, formatShare } from '../core/format';
import { recordTable } from '../preprocess/clean/recordTable';
import { profileTable } from '../profile/profileTable';
import { betweenSegments } from '../profile/stabilityWords';
import { exampleTexts, identifierOf } from '../segmentation/explain/exampleText';
import type { SegmentationModel } from '../segmentation/segmentationModel';
import type { Terminal } from './terminal';

/** What a fit found, for scripts. */
export function summaryDocument(model: SegmentationModel, files: readonly string[]): object {
  const { rows, clustered, id, algorithm, k, inertia, silhouette, sizes, noise, names, dropped, warnings } =
    model;
  const { stability } = model;
  return {
    rows,
    clustered,
    columns: model.columns.map(({ name }) => name),
    ignoredColumns: model.ignoredColumns,
    id,
    algorithm,
    k,
    inertia,
    silhouette,
    structure: { verdict: model.structure, summary: model.structureSummary },
    sizes,
    names,
    stability: stability?.jaccard ?? null,
    between: stability?.between ?? null,
    resampling: stability && { resamples: stability.resamples, customers: stability.rows },
    noise,
    explanation: model.explanation,
    seed: model.options.seed,
    dropped,
    warnings,
    files,
  };
}

/** What a fit found, for a person: the segments themselves. */
export function printSegments(model: SegmentationModel, terminal: Terminal): void {
  terminal.table(profileTable(model.profiles));
  const { explanation, profiles, names } = model;
  if (!explanation || explanation.segments.length === 0) return;
  terminal.heading('Who they are');
  for (const own of explanation.segments) {
    const { typical, borderline } = exampleTexts(own, names, identifierOf(model));
    terminal.print(`${profiles[own.segment].name}: ${own.sentence}`);
    terminal.print(`  ${typical}${borderline ? ` ${borderline}` : ''}`);
  }
  const [first] = explanation.importance;
  if (first?.drop > 0) {
    const deciding = explanation.importance.filter(({ drop }) => drop > 0).slice(0, MAX_DECIDING);
    terminal.print(
      `What decides: ${formatList(deciding.map(({ label, drop }) => `${label} (without it, ${formatShare(drop)} of customers change segment)`))}.`,
    );
  }
}

const MAX_DECIDING = 3;

/** The rest of it: how reliable the segments are, what was left out, where the results are. */
export function printJudgment(model: SegmentationModel, files: readonly string[], terminal: Terminal): void {
  terminal.heading('How reliable it is');
  terminal.print(model.structureSummary);
  const between = betweenSegments(model.stability, model.clustered);
  if (between) terminal.print(`${between}: segments.csv names both (column "between").`);
  const { choice, ownChoice } = model;
  for (const reason of choice?.recommendation.reasons ?? ownChoice?.reasons ?? []) terminal.print(reason);
  for (const note of model.warnings) terminal.print(`Note: ${note}`);
  terminal.heading('Based on');
  terminal.print(`Columns: ${model.columns.map(({ name }) => name).join(', ')}.`);
  for (const { name, reason } of model.ignoredColumns) terminal.print(`Left out: ${name} (${reason}).`);
  if (model.dropped.length > 0) terminal.table(recordTable(model.dropped));
  terminal.written(files);
}
