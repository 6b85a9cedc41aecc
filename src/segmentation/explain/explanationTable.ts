import { InputError } from '../../core/errors';
import type { Table } from '../../core/table';
import type { Explanation } from './explanation';

/** What is needed of a model. */
interface Explained {
  readonly names: readonly string[];
  readonly explanation: Explanation | null;
}

/**
 * One row for each segment: the conditions that describe it, the share of its customers who fit (coverage), the share of
 * those who fit that is in it (precision), and three typical customers by their rows in the table.
 *
 * @throws InputError for a model from a file of an older version, which holds no explanation.
 * Cost: see `SegmentationModel.explanation`.
 *
 * @example
 * const model = new Segmentation({ k: 2 }).fit({ Income: [20, 22, 24, 80, 82], Visits: [3, 1, 2, 2, 1] });
 * explanationTable(model).rows[0][1]; // 'income at most 50'
 */
export function explanationTable({ names, explanation }: Explained): Table {
  const { segments } = known(explanation);
  return {
    caption: captionOf(segments.filter(({ describes }) => describes).length, segments.length),
    columns: [
      { name: 'Segment' },
      { name: 'Conditions' },
      { name: 'Coverage', format: 'percent' },
      { name: 'Precision', format: 'percent' },
      { name: 'Typical rows' },
    ],
    rows: segments.map(({ segment, conditions, coverage, precision, typical }) => [
      names[segment],
      conditions.map(({ text }) => text).join(' and ') || 'none',
      coverage,
      precision,
      typical.join(', '),
    ]),
  };
}

/**
 * The columns by how much they decide: the share of customers whose segment hangs on each (see
 * `SegmentationModel.explanation`).
 *
 * @throws InputError as `explanationTable`.
 *
 * @example
 * const model = new Segmentation({ k: 2 }).fit({ Income: [20, 22, 24, 80, 82], Visits: [3, 1, 2, 2, 1] });
 * importanceTable(model).rows[0][0]; // 'Income'
 */
export function importanceTable({ explanation }: Pick<Explained, 'explanation'>): Table {
  const { importance } = known(explanation);
  const [first] = importance;
  return {
    caption: first?.drop > 0 ? `${first.label} decides most` : 'No column decides by itself',
    columns: [{ name: 'Column' }, { name: 'Customers who change segment without it', format: 'percent' }],
    rows: importance.map(({ label, drop }) => [label, drop]),
  };
}

function captionOf(described: number, all: number): string {
  if (all === 0) return 'There is no segment to describe';
  if (all === 1) return 'One segment: no condition tells it from others';
  if (described === all) return `Short conditions describe each of the ${all} segments`;
  return described === 0
    ? 'No short conditions describe the segments'
    : `Short conditions describe ${described} of the ${all} segments`;
}

function known(explanation: Explanation | null): Explanation {
  if (explanation) return explanation;
  throw new InputError('unavailable', 'this model holds no explanation', {
    remedy: 'fit again: it was loaded from a file of an older version',
  });
}
