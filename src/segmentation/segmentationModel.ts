import { InputError } from '../core/errors';
import type { Matrix } from '../core/matrix';
import { checkInteger } from '../core/options';
import { checkOnProgress, type OnProgress } from '../core/progress';
import { resolveOptions } from '../core/resolveOptions';
import { writeFileAtomic } from '../datasets/write/writeFileAtomic';
import type { KChoice } from '../evaluate/chooseK/chooseK';
import type { ClusteringComparison } from '../evaluate/compare/compareClusterings';
import type { StructureVerdict } from '../evaluate/structure/structure';
import type { ChangeRecord } from '../preprocess/clean/record';
import { type TotalSpending, totalSpending } from '../profile/features/spending';
import type { SegmentProfile } from '../profile/segmentProfile';
import type { TableData } from '../table/tableData';
import { type CustomerTable, typedTable } from '../table/typedTable';
import type { SegmentationAlgorithm } from './algorithms';
import type { Found, OwnChoice } from './algorithms/algorithm';
import { withCustomerRows } from './columns/customerRows';
import { checkDay } from './columns/elapsedTime';
import { keepWords } from './columns/missingValues';
import type { SegmentationColumn } from './columns/segmentationColumn';
import type { IgnoredColumn } from './columns/suggestFrom';
import { type Counterfactual, counterfactuals } from './explain/counterfactuals';
import type { CustomerValues } from './explain/customerValues';
import type { Explanation } from './explain/explanation';
import { type NearestCustomer, nearestCustomers } from './explain/nearestCustomers';
import { summaryOf } from './explain/summaryText';
import { naming, readJsonFile } from './file/modelFile';
import { readModelJSON, writeModelJSON } from './file/modelJSON';
import type { SegmentationJSON } from './file/segmentationJSON';
import { readSnapshot, writeSnapshot } from './file/snapshot';
import { chooseSegments } from './fit/chooseSegments';
import { type CompareAlgorithmsOptions, compareAlgorithms } from './fit/compareAlgorithms';
import type { Projection } from './fit/projector';
import type {
  SegmentationFacts,
  SegmentationJudgment,
  SegmentationResult,
  SegmentsStability,
  TrainingCustomers,
} from './fit/segmentationResult';
import type { ResolvedOptions } from './options';
import { driftOf, profileOthers, type SegmentDrift } from './score/otherCustomers';
import { PREDICT_OPTIONS, type Prediction, type PredictOptions } from './score/prediction';
import { readSpace, score } from './score/scoring';
import { dbtFiles } from './sql/dbtFiles';
import { modelSql } from './sql/modelSql';
import { type DbtOptions, resolveDbtOptions, resolveSqlOptions, type SqlOptions } from './sql/sqlOptions';

/**
 * A fitted segmentation: what was clustered, the segments in words and numbers, and a rule for new customers. Scoring
 * and loading need no TensorFlow.
 *
 * A model file holds everything but the customers: neither identifiers nor labels nor their values, with two
 * exceptions. The projection is a sample of at most 1,000 customers as points on three axes. And where there is no
 * rule by centers ('dbscan', 'hdbscan', and linkages other than 'ward'), the rule is the scaled values of the (core) customers
 * themselves ('hdbscan' keeps some 24,000 values of them).
 *
 * @example
 * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
 * const { names, margin, notScored } = model.predict({ Spending: [8, null], Income: [0, 8] });
 * margin[0] > 0.5; // true
 * notScored;       // [{ row: 1, column: 'Spending', reason: 'missing' }]
 * model.save('model.json');
 * SegmentationModel.load('model.json').sizes; // [50, 50, 50, 50]
 */
export class SegmentationModel implements SegmentationFacts, SegmentationJudgment {
  /** The options with every default in its place. */
  readonly options!: ResolvedOptions;
  /** What customers were clustered on. */
  readonly columns!: SegmentationColumn[];
  /** The other columns of the table, and why they were left out. */
  readonly ignoredColumns!: IgnoredColumn[];
  /** The column that identifies customers; null where there is none. */
  readonly id!: string | null;
  /** Customers in the table. */
  readonly rows!: number;
  /** Customers clustered: those with a value in every column. */
  readonly clustered!: number;
  /** What cleaning left out. */
  readonly dropped!: ChangeRecord[];
  /** What to keep in mind, in sentences: very skewed columns, repeated identifiers, sampling, noise. */
  readonly warnings!: string[];
  /** How many segments, noise not counted. */
  readonly k!: number;
  /** What grouped them. */
  readonly algorithm!: SegmentationAlgorithm;
  /** Sum of squared distances to the centers, on the scaled columns; null where the algorithm has none. */
  readonly inertia!: number | null;
  /** Numbers that the algorithm found beside the segments, by name: `eps`, how far neighbors were, for 'dbscan'. */
  readonly found!: Found;
  /** Customers by segment, length k. */
  readonly sizes!: number[];
  /** Customers in no segment. */
  readonly noise!: number;
  /** How k was chosen; null where it was given. */
  readonly choice!: KChoice | null;
  /** How the algorithm chose k by a criterion of its own, instead of `choice`; null where it did not. */
  readonly ownChoice!: OwnChoice | null;
  /** A sample of customers on the axes along which they differ most. */
  readonly projection: Projection;
  /** The customers clustered, every column in original units, numbers that came as text read; null after loading. */
  readonly customers: TableData | null;
  /** The identifiers of the customers clustered, or their row numbers from 1; null after loading. */
  readonly ids: (string | number)[] | null;
  /** Their rows in the table, from 0; null after loading. */
  readonly keptRows: Int32Array | null;
  /** Their segments: 0 is the largest; −1 is noise. Null after loading. */
  readonly labels: Int32Array | null;
  /** Them on the scaled columns (or their principal components), where distances are measured: n × d; null after loading. */
  readonly space: Matrix | null;
  private readonly result: SegmentationResult;

  /** @internal Made by `Segmentation.fit` and `fromJSON`. */
  constructor(result: SegmentationResult) {
    const { facts, projection, training } = result;
    const { profiles: _, ...others } = facts;
    Object.assign(this, others);
    this.projection = projection;
    const places = training && inTableOrder(training);
    this.customers = training?.customers ?? null;
    this.ids = places?.ids ?? null;
    this.keptRows = places?.keptRows ?? null;
    this.labels = places?.labels ?? null;
    this.space = places?.space ?? null;
    this.result = result;
  }

  /**
   * How far to trust the segments: the fields `silhouette`, `silhouetteRows`, `structure`, `structureSummary` and
   * `stability`, which are worked out when they are first asked for, or here.
   * @param onProgress told each time that customers are clustered again; what it throws stops the judgment.
   * Cost: the first time some 0.3 s for 1,000 customers, 0.5 s for 5,000 and more (see `judgeClustering`), and a second or
   * two for k-means of 100 resamples, more for other algorithms; then none.
   */
  judge(onProgress?: OnProgress): SegmentationJudgment {
    checkOnProgress(onProgress);
    return this.result.judge(onProgress);
  }

  /**
   * Each segment in original units, with its stability; noise, if any, comes last. Where the verdict is that there are no
   * natural groups, names are plain descriptions ('Group A: income above average') and actions are tests. See `judge` for
   * the cost.
   */
  get profiles(): SegmentProfile[] {
    return this.result.profiles();
  }

  /** @internal The same without stability, which takes longer. */
  get namedProfiles(): SegmentProfile[] {
    return this.result.named();
  }

  /** Names by segment, length k. Costs what the verdict does (see `judge`), without the resamples. */
  get names(): string[] {
    return this.namedProfiles.filter(({ segment }) => segment >= 0).map(({ name }) => name);
  }

  /**
   * How well each segment is found again in 100 bootstrap resamples: `jaccard`, its mean Jaccard similarity with the segment
   * most like it, is at least 0.85 for highly stable segments and 0.75 for stable ones; from 0.6 it is a pattern whose
   * customers are doubtful; below, do not rely on it. `between` counts its customers who lie between it and another. Larger
   * tables are resampled from a random sample of 5,000 customers for k-means, and of 1,000 to 3,000 for other algorithms.
   * Null with fewer than two segments, and for models saved before version 3. See `judge` for the cost.
   * Source: Hennig (2007), as R's `fpc::clusterboot` works it out.
   */
  get stability(): SegmentsStability | null {
    return this.result.judge().stability;
  }

  /**
   * Of each customer of the fit, as `labels` has them, the share of the resamples with it that keep it in its segment, 0 … 1
   * (beyond the sample of a large table: that would place it there); NaN where it is in none. Null after loading, and where
   * `stability` is. See `judge` for the cost.
   */
  get agreement(): Float64Array | null {
    const found = this.result.certainty();
    return found && inOrder(this.result.training!, found.agreement);
  }

  /**
   * Of each customer of the fit who lies between two segments, as `labels` has them, the other segment; otherwise −1. Between
   * two lie those who stay in fewer than three quarters of the resamples, or whose margin is below 0.1. Null as `agreement` is.
   */
  get between(): Int32Array | null {
    const found = this.result.certainty();
    return found && inOrder(this.result.training!, found.between);
  }

  /**
   * Why customers are where they are, in what a person can check: for each segment the shortest conditions that describe
   * it, in original units, with the customers who fit counted; three typical and three borderline customers, by their
   * rows; and the columns by how much they decide. Conditions come from a small surrogate tree (`ExKMC`) and say nothing
   * of why a customer behaves so. A customer without a value fits no condition on it. Null where the model was loaded from
   * a file of an older version.
   * Source: Frost, Moshkovitz & Rashtchian, "ExKMC: Expanding explainable k-means clustering" (2020).
   * Cost: the first time some 0.2 s for 2,000 customers, 1 s for 100,000; then none.
   *
   * @example
   * const model = new Segmentation({ k: 2 }).fit({ Income: [20, 22, 24, 80, 82], Visits: [3, 1, 2, 2, 1] });
   * model.explanation.segments[0].sentence; // 'Income at most 50: 100% of these customers, 100% of those it fits.'
   */
  get explanation(): Explanation | null {
    return this.result.explain?.() ?? null;
  }

  /**
   * The segmentation in sentences, to print: the verdict, then each segment with its size, its stability and the
   * conditions that describe it. See `judge` and `explanation` for the cost.
   *
   * @example
   * const model = new Segmentation({ k: 2 }).fit({ Income: [20, 22, 24, 80, 82], Visits: [3, 1, 2, 2, 1] });
   * model.summary().split('\n').length; // 3
   */
  summary(): string {
    return summaryOf(this);
  }

  /** Mean silhouette on the scaled columns, −1 … 1; null with fewer than two segments. See `judge` for its cost. */
  get silhouette(): number | null {
    return this.result.judge().silhouette;
  }

  /** Customers the silhouette was taken over: all that are not noise, or a random 5,000 of more. */
  get silhouetteRows(): number {
    return this.result.judge().silhouetteRows;
  }

  /** Whether there are natural groups at all. See `judge` for its cost. */
  get structure(): StructureVerdict {
    return this.result.judge().structure;
  }

  /** The verdict in words. */
  get structureSummary(): string {
    return this.result.judge().structureSummary;
  }

  /**
   * The segments of new customers. Columns are found by name, in any order; others than the model's are not looked at.
   * Numbers written as text ('42.5') are read; a category that the fit has not seen is not guessed at: such a row is
   * not scored. Values outside what the model was fitted on are scored and named (`unfamiliar`, `outside`).
   * Time since dates is counted up to `options.asOf`.
   * @throws InputError when a column of the model is missing (the nearest name is suggested) or the table is empty.
   * Cost: O(rows · k · columns), 10,000 × 8 some 10 ms; 'dbscan' O(rows · k · log n), linkages other than 'ward'
   * O(rows · n · columns).
   */
  predict(table: CustomerTable, options: PredictOptions = {}): Prediction {
    const { asOf } = resolveOptions('predict', PREDICT_OPTIONS, options);
    if (asOf !== undefined) checkDay('asOf', asOf);
    const scored = score(this.result.scoring, this.withWordsKept(table), asOf);
    const { labels, margin, membership, notScored, unfamiliar } = scored;
    const called = this.names;
    const names: (string | null)[] = Array.from(labels, (label) => (label < 0 ? 'Noise' : called[label]));
    for (const { row } of notScored) names[row] = null;
    const { columns, outside } = unfamiliar;
    return { labels, names, margin, membership, notScored, unfamiliar: columns, outside };
  }

  /** A table in which the words and rows that were values and customers at the fit are so too. */
  private withWordsKept(table: CustomerTable): CustomerTable {
    const { keepMissing, customerRows } = this.options;
    if (keepMissing.length === 0 && customerRows.length === 0) return table;
    const typed = typedTable(table, { infinite: 'unreadable' });
    return keepWords(withCustomerRows(typed, customerRows), keepMissing);
  }

  /**
   * Other customers under the same segments, described in original units as `profiles` are: the segments that occur
   * among them, with noise last. Rows that cannot be scored are left out.
   * @throws InputError as `predict`, and when no row can be scored.
   */
  profile(table: CustomerTable, options: PredictOptions = {}): SegmentProfile[] {
    return profileOthers(this, table, options);
  }

  /**
   * How the segments' sizes have moved from the customers of the fit to others, scored now; noise comes last.
   * @throws InputError as `profile`.
   */
  drift(table: CustomerTable, options: PredictOptions = {}): SegmentDrift[] {
    return driftOf(this, this.predict(table, options));
  }

  /**
   * What would change a customer's segment: for each column the smallest change of its value alone that leads to
   * another segment, the least effort first. Empty where no single change does. For a customer in no segment, what
   * would lead into one.
   * @param customer a value for each of the model's columns.
   * @throws InputError when a value is missing, cannot be read, or is a category that the model does not know.
   * Cost: some 80 predictions for each column, and one more for each of 16 halvings of the way to the border.
   *
   * @example
   * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
   * const [nearest] = model.counterfactuals({ Income: 0, Spending: 3 });
   * nearest.column; // 'Spending'
   * nearest.to;     // 4.1: beyond the border between two segments
   */
  counterfactuals(customer: CustomerValues): Counterfactual[] {
    return counterfactuals(this, customer);
  }

  /**
   * The customers of the fit that are most similar to one, nearest first.
   * @param customer a value for each of the model's columns.
   * @param n how many at most. Default 15.
   * @throws InputError after loading, when a value is missing or cannot be read, and when `n` is not a whole number
   * from 1.
   * Cost: O(customers · columns).
   *
   * @example
   * const model = new Segmentation({ k: 4 }).fit({ Income: [1, 2, 8, 9], Spending: [1, 1, 9, 8] });
   * model.nearestCustomers({ Income: 8, Spending: 8 }, 2).map(({ row }) => row); // [2, 3]
   */
  nearestCustomers(customer: CustomerValues, n = 15): NearestCustomer[] {
    checkInteger('n', n, { min: 1 });
    const { scoring, training } = this.result;
    if (training) return nearestCustomers(scoring, training, customer, n);
    throw new InputError('unavailable', 'a loaded model does not hold its customers', {
      remedy: 'fit again to find the nearest',
    });
  }

  /** What all customers spent together, by the column that shares of spending are taken of; null without one. */
  get totalSpending(): TotalSpending | null {
    const profiles = this.namedProfiles;
    const shared = profiles.some(({ shareOfSpending }) => shareOfSpending !== null);
    return shared ? totalSpending(profiles[0], this.options.value) : null;
  }

  /**
   * Customers on the scaled columns (or their principal components), as `space` holds those of the fit: m × d. With
   * 'kprototypes' categories stay codes there. A row that cannot be placed is NaN throughout.
   * @throws InputError as `predict`.
   */
  transform(table: CustomerTable): Matrix {
    const { space, problems } = readSpace(this.result.scoring, table);
    for (const { row } of problems) space.data.fill(Number.NaN, row * space.cols, (row + 1) * space.cols);
    return space;
  }

  /**
   * The projection with more customers than the 1,000 of `projection`, for large pictures.
   * @param mostPoints how many at most.
   * @throws InputError after loading: a model file does not hold the customers.
   * Cost: O(n·d² + d³).
   */
  project(mostPoints: number): Projection {
    checkInteger('mostPoints', mostPoints, { min: 1 });
    const { training } = this.result;
    if (training?.project) return training.project(mostPoints);
    throw new InputError('unavailable', 'a loaded model does not hold its customers', {
      remedy: '`projection` has a sample of 1,000',
    });
  }

  /**
   * How many segments these customers support, whatever `k` the fit was given: what 'auto' would choose, and what every
   * index says of each number from 2 to 10, or an algorithm's own criterion.
   * @param onProgress told each time that customers are clustered; what it throws stops the choice.
   * @throws InputError after loading, for an algorithm that finds the number itself, and when fewer than three customers
   * differ.
   * Cost: none where the fit has chosen already; otherwise seconds (see `chooseK`).
   *
   * @example
   * const model = new Segmentation({ k: 3 }).fit({ Income: X.column(0), Spending: X.column(1) });
   * const choice = model.chooseK();
   * 'recommendation' in choice && choice.recommendation.k; // 4
   */
  chooseK(onProgress: OnProgress = () => {}): KChoice | OwnChoice {
    checkOnProgress(onProgress);
    if (this.choice ?? this.ownChoice) return (this.choice ?? this.ownChoice)!;
    const { training } = this.result;
    if (training) return chooseSegments(training, this.options, onProgress);
    throw new InputError('unavailable', 'a loaded model does not hold its customers', {
      remedy: 'fit again to choose a number of segments',
    });
  }

  /**
   * The model's algorithm beside k-means, Ward's hierarchy, DBSCAN and HDBSCAN on the same scaled columns: which of them to
   * trust, and why, or that none deserves it (see `compareClusterings`). On a random 5,000 of more customers. DBSCAN is
   * left out where customers are so alike that no distance suggests its `eps`.
   * @throws InputError when the model was loaded and no `table` is given.
   * Cost: seconds (see `compareClusterings`).
   */
  compare(options: CompareAlgorithmsOptions = {}): ClusteringComparison {
    return compareAlgorithms(this, this.result.training, options);
  }

  /**
   * One SQL statement that places every customer of a table as `predict` does: the column that identifies customers, then
   * `segment` (from 1, as in every chart), `segment_name`, `margin`, for a Gaussian mixture `log_density`, and `reason`: why
   * a customer has no segment. Everything is computed in float64, in the order in which `predict` does.
   *
   * The table holds values of the database: numbers, dates (or texts 'yyyy-MM-dd'), texts. A text counts as a number as
   * programs write it ('42.5', with the model's currency or percent sign or without); otherwise, the customer has no segment.
   * Where new customers are compared with those of the fit ('dbscan', and linkages other than 'ward'), their scaled values
   * stand in the statement.
   * @throws InputError naming an option that is unknown, missing or not allowed; where nothing identifies customers; for an
   * algorithm that SQL cannot express; and when the statement is longer than the database takes.
   * Cost: that of `judge` for the names; of the statement O(rows · k · columns), O(rows · customers · columns) where those of
   * the fit stand in it.
   *
   * @example
   * const model = new Segmentation({ k: 2 }).fit({ Income: [1, 2, 8, 9], Spending: [1, 1, 9, 8] });
   * const sql = model.toSQL({ dialect: 'duckdb', table: 'sales.customers', id: 'Customer' });
   * sql.startsWith('WITH source AS ('); // true
   */
  toSQL(options: SqlOptions): string {
    return modelSql(this.toWrite(), resolveSqlOptions(options, this.id));
  }

  /**
   * The same as files of a dbt project, by name: the model, which selects from `ref('customers')` for the table 'customers'
   * and from `source('sales', 'customers')` for 'sales.customers', and `schema.yml`, by which `dbt test` checks that
   * customers are unique and not null and segments are those of the model.
   * @throws InputError as `toSQL`, and for a table with more than two parts or a name that no dbt model can have.
   *
   * @example
   * const model = new Segmentation({ k: 2 }).fit({ Income: [1, 2, 8, 9], Spending: [1, 1, 9, 8] });
   * const files = model.toDbt({ dialect: 'snowflake', table: 'customers', id: 'Customer' });
   * Object.keys(files); // ['customer_segments.sql', 'schema.yml']
   */
  toDbt(options: DbtOptions): Record<string, string> {
    return dbtFiles(this.toWrite(), resolveDbtOptions(options, this.id));
  }

  private toWrite() {
    return { scoring: this.result.scoring, algorithm: this.algorithm, names: this.names };
  }

  /** Plain data that `fromJSON` brings back with identical answers. */
  toJSON(): SegmentationJSON {
    return writeModelJSON(this.result);
  }

  /**
   * The model that `toJSON` wrote. Its `customers`, `ids`, `keptRows`, `labels` and `projection.rows` are null.
   * @throws InputError when `json` is another model's, of a newer version, or damaged, naming the place inside.
   */
  static fromJSON(json: unknown): SegmentationModel {
    return new SegmentationModel(readModelJSON(json));
  }

  /** @internal The model with its customers' places, as bytes that another process can go on from. */
  toSnapshot(): Uint8Array {
    return writeSnapshot(this.result);
  }

  /** @internal What `toSnapshot` wrote. Its `customers` are null, and it cannot be projected again. */
  static fromSnapshot(snapshot: Uint8Array): SegmentationModel {
    return new SegmentationModel(readSnapshot(snapshot));
  }

  /**
   * Writes the model as one JSON file, whole or not at all.
   * @throws InputError when the file cannot be written.
   */
  save(path: string): void {
    writeFileAtomic(path, `${JSON.stringify(this)}\n`);
  }

  /**
   * The model of a file that `save` wrote.
   * @throws InputError naming the file, when it cannot be read, is no model, of a newer version, or damaged.
   */
  static load(path: string): SegmentationModel {
    const json = readJsonFile(path);
    return naming(path, () => SegmentationModel.fromJSON(json));
  }
}

function inTableOrder({ inTableOrder: order, ids, keptRows, labels, space }: TrainingCustomers) {
  return {
    ids: Array.from(order, (at) => ids[at]),
    keptRows: order.map((at) => keptRows[at]),
    labels: order.map((at) => labels[at]),
    space: space.selectRows(order),
  };
}

/** Values of the customers of a fit, in the table's order. */
function inOrder<Values extends Int32Array | Float64Array>(
  { inTableOrder: order }: TrainingCustomers,
  values: Values,
): Values {
  const ordered = values.slice() as Values;
  order.forEach((at, place) => {
    ordered[place] = values[at];
  });
  return ordered;
}
