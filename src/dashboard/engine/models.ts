import { rmSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { InputError } from '../../core/errors';
import type { ReadLimits } from '../../datasets/read/limits';
import { fitSegmentation } from '../../segmentation/fit/fitSegmentation';
import { resolveSegmentation, type SegmentationOptions } from '../../segmentation/options';
import { SegmentationModel } from '../../segmentation/segmentationModel';
import type { Progress } from '../frames';
import { SETTINGS, type SettingName } from '../settings';
import type { Source } from '../sources';
import type { CustomersRead } from './tables/customersRead';
import { cellsOf, loadCustomers, MAX_CELLS } from './tables/loadCustomers';
import { calledAs } from './tables/readFile';

/** What a request says of the segmentation it is about. */
export interface SettingsRequest extends Pick<SegmentationOptions, SettingName> {
  source: Source;
  limits: ReadLimits;
}

/** A fitted model and the table it was fitted to; null for a model that was loaded. */
export interface Fitted {
  model: SegmentationModel;
  customers: CustomersRead | null;
  /** Where it is saved for the other process, once that has asked. */
  saved?: string;
}

/** Models lately fitted: back and forth between two settings costs nothing. Each has its customers. */
const kept = new LRUCache<string, Fitted>({
  max: 8,
  maxSize: MAX_CELLS,
  dispose: ({ saved }) => saved !== undefined && rmSync(saved, { force: true }),
});

/** The segmentation that a request is about, fitted or found again. */
export async function fittedTo(
  request: SettingsRequest,
  onProgress: (progress: Progress) => void,
): Promise<Fitted> {
  if (request.source.kind === 'model') return { model: modelOf(request.source), customers: null };
  const { source, limits } = request;
  const customers = await loadCustomers(source, limits);
  const { labels, units, id, value, log, missingCodes } = customers;
  const columns = request.columns ?? customers.columns;
  const { asOf } = customers.read;
  const ofTheTable = {
    labels,
    units,
    id,
    value,
    asOf: asOf ?? undefined,
    missingCodes,
    log: log.filter((name) => columns.includes(name)),
  };
  const options = present({ ...settingsIn(request), ...ofTheTable, columns });
  const key = JSON.stringify([source.id, options]);
  const there = kept.get(key);
  if (there) return there;
  const columnsAsked = source.kind !== 'file' || !sameNames(columns, customers.columns);
  const model = fitSegmentation(customers.read, resolveSegmentation(options), { onProgress, columnsAsked });
  const fitted: Fitted = { model, customers };
  kept.set(key, fitted, { size: cellsOf(customers) });
  return fitted;
}

/** Whether columns are those that the page begins with: nobody chose them. */
function sameNames(columns: readonly string[], others: readonly string[]): boolean {
  return columns.length === others.length && columns.every((name) => others.includes(name));
}

/** What a request says of the options that the page offers. */
export function settingsIn(request: SettingsRequest): SegmentationOptions {
  const names = Object.keys(SETTINGS) as SettingName[];
  return Object.fromEntries(names.map((name) => [name, request[name]]));
}

/** Without what is undefined, so that the same question has the same key. */
function present(options: SegmentationOptions): SegmentationOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
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
  throw new InputError('unavailable', 'A saved model holds no customers. Open their table to see them.');
}

/** Gives the memory of all models of a table back. */
export function forgetModels(id: string): void {
  if (loaded?.id === id) loaded = undefined;
  for (const key of kept.keys()) if (JSON.parse(key)[0] === id) kept.delete(key);
}
