import { LRUCache } from 'lru-cache';
import { InputError } from '../../core/errors';
import { fitSegmentation } from '../../segmentation/fit/fitSegmentation';
import { SegmentationModel } from '../../segmentation/segmentationModel';
import { resolveOptions, type SegmentationOptions } from '../../segmentation/segmentationOptions';
import type { Progress } from '../frames';
import type { Source } from '../sources';
import type { CustomersRead, TableLimits } from './tables/customersRead';
import { cellsOf, loadCustomers, MAX_CELLS } from './tables/loadCustomers';
import { calledAs } from './tables/readFile';

/** What a request says of the segmentation it is about. */
export interface SettingsRequest
  extends Pick<
    SegmentationOptions,
    'columns' | 'algorithm' | 'k' | 'eps' | 'minSamples' | 'linkage' | 'scale' | 'pca' | 'seed'
  > {
  source: Source;
  limits: TableLimits;
}

/** A fitted model and the table it was fitted to; null for a model that was loaded. */
export interface Fitted {
  model: SegmentationModel;
  customers: CustomersRead | null;
}

/** Models lately fitted: back and forth between two settings costs nothing. Each has its customers. */
const kept = new LRUCache<string, Fitted>({ max: 8, maxSize: MAX_CELLS });

/** The segmentation that a request is about, fitted or found again. */
export async function fittedTo(
  request: SettingsRequest,
  onProgress: (progress: Progress) => void,
): Promise<Fitted> {
  if (request.source.kind === 'model') return { model: modelOf(request.source), customers: null };
  const { source, columns, algorithm, k, eps, minSamples, linkage, scale, pca, seed } = request;
  const customers = await loadCustomers(source, request.limits);
  const { labels, units, id, value, log } = customers;
  const chosen = columns ?? customers.columns;
  const given = {
    columns: chosen,
    id,
    value,
    log: log.filter((name) => chosen.includes(name)),
    algorithm,
    k,
    eps,
    minSamples,
    linkage,
    scale,
    pca,
    seed,
  };
  const options: SegmentationOptions = Object.fromEntries(
    Object.entries({ ...given, labels, units }).filter(([, value]) => value !== undefined),
  );
  const key = JSON.stringify([source.id, options]);
  const there = kept.get(key);
  if (there) return there;
  const model = fitSegmentation(customers.read, resolveOptions(options), onProgress);
  kept.set(key, { model, customers }, { size: cellsOf(customers) });
  return { model, customers };
}

let loaded: { id: string; model: SegmentationModel } | undefined;

/** The model of a file, read once. @throws InputError when it is damaged. */
export function modelOf({ id, path, title }: Extract<Source, { kind: 'model' }>): SegmentationModel {
  if (loaded?.id === id) return loaded.model;
  try {
    loaded = { id, model: SegmentationModel.load(path) };
    return loaded.model;
  } catch (error) {
    throw calledAs(title, path, error);
  }
}

/** The table that a piece of work needs. @throws InputError for a model that was loaded: it has none. */
export function tableFor({ customers }: Fitted): CustomersRead {
  if (customers) return customers;
  throw new InputError('A saved model holds no customers. Open their table to see them.');
}

/** Gives the memory of all models of a table back. */
export function forgetModels(id: string): void {
  if (loaded?.id === id) loaded = undefined;
  for (const key of kept.keys()) if (JSON.parse(key)[0] === id) kept.delete(key);
}
