import { InputError } from '../core/errors';
import { suggestion } from '../datasets/nearestName';
import type { KChoice } from '../evaluate/chooseK';
import type { StructureVerdict } from '../evaluate/structure';
import type { ChangeRecord } from '../preprocess/record';
import { type CustomerTable, customerColumns } from '../profile/customerTable';
import type { SegmentProfile } from '../profile/segmentProfile';
import type { PCAModel } from '../reduce/pcaModel';
import { type Dimension, toSpace } from './featureSpace';
import type { Projection } from './projectCustomers';
import { type NotScored, readFeatures } from './readFeatures';
import type { SegmentationColumn } from './segmentationColumn';
import type { ResolvedOptions, SegmentationAlgorithm } from './segmentationOptions';
import { place, type SegmentRule } from './segmentRule';
import type { IgnoredColumn } from './suggestColumns';

/** Where new customers belong. */
export interface Prediction {
  /** Segment of each row; −1 for noise, and for rows that could not be scored. */
  labels: Int32Array;
  /** The segment's name, 'Noise', or null for rows that could not be scored. */
  names: (string | null)[];
  /**
   * How much nearer the customer is to its segment than to the second nearest: 1 − distance / distance to the second.
   * 0 on the border between two segments, 1 at the centre of one (or where there is only one); 0 for noise, NaN for rows
   * that could not be scored.
   */
  margin: Float64Array;
  /** Rows with a missing or unreadable value, or a category the model has not seen. */
  notScored: NotScored[];
}

/** Everything a fit found. */
export interface SegmentationResult {
  options: ResolvedOptions;
  columns: SegmentationColumn[];
  ignoredColumns: IgnoredColumn[];
  id: string | null;
  rows: number;
  clustered: number;
  dropped: ChangeRecord[];
  notes: string[];
  ids: readonly (string | number)[] | null;
  keptRows: Int32Array | null;
  labels: Int32Array | null;
  k: number;
  algorithm: SegmentationAlgorithm;
  inertia: number | null;
  silhouette: number | null;
  silhouetteRows: number;
  structure: StructureVerdict;
  structureWords: string;
  choice: KChoice | null;
  profiles: SegmentProfile[];
  sizes: number[];
  noise: number;
  projection: Projection;
  /** See `FittedSpace`. */
  dimensions: Dimension[];
  pca: PCAModel | null;
  eps: number | null;
  rule: SegmentRule;
}

/**
 * A fitted segmentation: what was clustered, the segments in words and numbers, and a rule for new customers. Scoring
 * needs no TensorFlow.
 *
 * @example
 * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
 * const { names, margin, notScored } = model.predict({ Spending: [8, null], Income: [0, 8] });
 * margin[0] > 0.5; // true
 * notScored;       // [{ row: 1, column: 'Spending', why: 'missing' }]
 */
export class SegmentationModel {
  /** The options with every default in its place. */
  readonly options: ResolvedOptions;
  /** What customers were clustered on. */
  readonly columns: readonly SegmentationColumn[];
  /** The other columns of the table, and why they were left out. */
  readonly ignoredColumns: readonly IgnoredColumn[];
  /** The column that tells customers apart; null where there is none. */
  readonly id: string | null;
  /** Customers in the table. */
  readonly rows: number;
  /** Customers clustered: those with a value in every column. */
  readonly clustered: number;
  /** What cleaning left out. */
  readonly dropped: readonly ChangeRecord[];
  /** What to keep in mind, in sentences: very skewed columns, repeated identifiers, sampling. */
  readonly notes: readonly string[];
  /** The identifiers of the customers clustered, or their row numbers (from 1); null after loading. */
  readonly ids: readonly (string | number)[] | null;
  /** Their rows in the table (0-based); null after loading. */
  readonly keptRows: Int32Array | null;
  /** Their segments: 0 is the largest; −1 is noise. Null after loading. */
  readonly labels: Int32Array | null;
  /** How many segments, noise not counted. */
  readonly k: number;
  /** What grouped them. */
  readonly algorithm: SegmentationAlgorithm;
  /** Sum of squared distances to the centres, on the scaled columns; null where the algorithm has none. */
  readonly inertia: number | null;
  /** Mean silhouette on the scaled columns, −1 … 1; null with fewer than two segments. */
  readonly silhouette: number | null;
  /** Customers the silhouette was taken over: all, or a sample of a large table. */
  readonly silhouetteRows: number;
  /** Whether there are natural groups at all. */
  readonly structure: StructureVerdict;
  /** The verdict in words. */
  readonly structureWords: string;
  /** How k was chosen; null where it was given. */
  readonly choice: KChoice | null;
  /** Each segment in original units; noise, if any, comes last. */
  readonly profiles: readonly SegmentProfile[];
  /** Names by segment, length k. */
  readonly names: readonly string[];
  /** Customers by segment, length k. */
  readonly sizes: readonly number[];
  /** Customers in no segment. */
  readonly noise: number;
  /** A sample of customers on the axes along which they differ most. */
  readonly projection: Projection;
  /** The axes of the space that customers were clustered in. */
  readonly dimensions: readonly Dimension[];
  /** How far neighbours were, on the scaled columns, for 'dbscan'; else null. */
  readonly eps: number | null;
  private readonly pca: PCAModel | null;
  private readonly rule: SegmentRule;

  /** @internal Made by `Segmentation.fit` and `fromJSON`. */
  constructor(result: SegmentationResult) {
    this.options = result.options;
    this.columns = result.columns;
    this.ignoredColumns = result.ignoredColumns;
    this.id = result.id;
    this.rows = result.rows;
    this.clustered = result.clustered;
    this.dropped = result.dropped;
    this.notes = result.notes;
    this.ids = result.ids;
    this.keptRows = result.keptRows;
    this.labels = result.labels;
    this.k = result.k;
    this.algorithm = result.algorithm;
    this.inertia = result.inertia;
    this.silhouette = result.silhouette;
    this.silhouetteRows = result.silhouetteRows;
    this.structure = result.structure;
    this.structureWords = result.structureWords;
    this.choice = result.choice;
    this.profiles = result.profiles;
    this.names = result.profiles.filter(({ segment }) => segment >= 0).map(({ name }) => name);
    this.sizes = result.sizes;
    this.noise = result.noise;
    this.projection = result.projection;
    this.dimensions = result.dimensions;
    this.eps = result.eps;
    this.pca = result.pca;
    this.rule = result.rule;
  }

  /**
   * The segments of new customers. Columns are found by name, in any order; others than the model's are not looked at.
   * @throws InputError when a column of the model is missing; the nearest name is suggested.
   * Cost: O(rows · k · columns); DBSCAN and linkages other than 'ward' compare with every (core) customer instead.
   */
  predict(table: CustomerTable): Prediction {
    const raw = customerColumns(table);
    const byName = new Map(raw.map(({ name, values }) => [name, values]));
    const values = this.columns.map(({ name }) => {
      const found = byName.get(name);
      if (!found) throw missingColumn(name, Array.from(byName.keys()));
      return found;
    });
    const features = readFeatures(this.columns, values);
    const scored = toSpace(this.dimensions, this.columns, features.values);
    const placed = place(this.rule, this.k, this.pca ? this.pca.transform(scored) : scored);
    const names: (string | null)[] = Array.from(placed.labels, (label) =>
      label < 0 ? 'Noise' : this.names[label],
    );
    for (const { row } of features.problems) {
      placed.labels[row] = -1;
      placed.margin[row] = Number.NaN;
      names[row] = null;
    }
    return { ...placed, names, notScored: features.problems };
  }
}

function missingColumn(name: string, there: readonly string[]): InputError {
  return new InputError(
    `the model needs the column '${name}', which the table does not have; ${suggestion(name, there)}`,
  );
}
