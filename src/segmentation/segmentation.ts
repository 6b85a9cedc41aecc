import { ON_PROGRESS } from '../core/progress';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, object, optional, thing } from '../core/schema';
import type { CustomerTable } from '../table/typedTable';
import { checkRows } from './columns/checkRows';
import { readCustomerTable } from './columns/readCustomerTable';
import { fitSegmentation } from './fit/fitSegmentation';
import { type ResolvedOptions, resolveSegmentation, type SegmentationOptions } from './options';
import type { SegmentationModel } from './segmentationModel';

/** What the options may be. */
const SEGMENTATION_FIT_OPTIONS = object({
  /**
   * Told how far the fit has come: 'columns read'; for k 'auto' each of the 'reference data sets' and 'resamples'; what
   * the clusterer's own `fit` tells; then 'customers clustered' and 'segments described'.
   */
  onProgress: ON_PROGRESS,
  /** Told in sentences, before customers are clustered, which of them are left out for want of a value, and why. */
  onWarning: optional(thing<(sentence: string) => void>('function')),
});

/** Options of one fit. */
export interface SegmentationFitOptions extends Given<typeof SEGMENTATION_FIT_OPTIONS> {}

/**
 * The whole way from a table of customers to named segments: chooses and reads the columns, leaves out customers that
 * cannot be placed, scales, chooses k, clusters, judges whether there are natural groups, describes and names the
 * segments. Clusters with `KMeans`, `AgglomerativeClustering`, `DBSCAN`, `HDBSCAN`,
 * `GaussianMixture` or `KPrototypes`; chooses with `chooseK`;
 * describes with `profileSegments`, over every column that is not an identifier, a date, free text or constant, those
 * that were not clustered on included.
 *
 * Customers with a missing or unreadable value in a clustering column are left out and counted; columns that many
 * customers lack take no part unless you name them or the option `missing` says otherwise. Categories weigh as much as one column of numbers, whatever their
 * number of levels.
 *
 * Cost: with k given, some 0.05 s for 1,000 × 6 and 0.6 s for 50,000 × 6; choosing k takes seconds more (see `chooseK`),
 * on a sample of large tables. Whether there are natural groups is judged when the model is first asked for it (see
 * `SegmentationModel.judge`).
 *
 * @example
 * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
 * model.sizes;     // [50, 50, 50, 50]
 * model.structure; // 'clear'
 */
export class Segmentation {
  private readonly options: ResolvedOptions;

  /** @throws InputError naming an option that is unknown, out of its range, or of no use to the algorithm. */
  constructor(options: SegmentationOptions = {}) {
    this.options = resolveSegmentation(options);
  }

  /**
   * @param table customers in original units.
   * @throws InputError when the table is empty, its rows are orders rather than customers, a column is unknown or of no use, no customer has a value in all of
   * them, or `k` is more than the customers.
   */
  fit(table: CustomerTable, fitOptions: SegmentationFitOptions = {}): SegmentationModel {
    const { onProgress, onWarning } = resolveOptions('fit', SEGMENTATION_FIT_OPTIONS, fitOptions);
    const read = readCustomerTable(table);
    if (!this.options.rowsAreCustomers) checkRows(read, this.options);
    return fitSegmentation(read, this.options, { onProgress, onWarning });
  }
}
