import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { InputError } from '../core/errors';
import { cannotRead, notRegular, reading } from '../core/refusals';
import { CATALOG } from '../datasets/catalog/catalog';
import type { DatasetName } from '../datasets/catalog/schema';
import { SegmentationModel } from '../segmentation/segmentationModel';
import type { Reading } from './reading';
import type { Session } from './sessions';

/** What a table is read from: what the engine needs to know, and nothing that a page could have chosen. */
export type Source =
  | { id: string; kind: 'dataset'; name: DatasetName; title: string }
  | { id: string; kind: 'file'; path: string; title: string; reading: Reading; fixed?: true }
  | { id: string; kind: 'model'; path: string; title: string };

/** What the dashboard begins with, by id. */
export type Sources = ReadonlyMap<string, Source>;

/** The data sets of the catalog, in the order in which they are offered: the page opens on one with natural groups. */
const OFFERED: readonly DatasetName[] = [
  'mall-customers',
  'loyalty-members',
  'marketing-campaign',
  'online-retail',
];

/**
 * The data sets of the catalog and, first, the file that the dashboard was started with.
 * @throws InputError when there is no such file, it cannot be read, or it is a model that is damaged.
 */
export function startingSources(file: string | undefined): Sources {
  const datasets = OFFERED.map(
    (name): Source => ({
      id: name,
      kind: 'dataset',
      name,
      title: CATALOG[name].title,
    }),
  );
  const all = file === undefined ? datasets : [sourceOf(file), ...datasets];
  return new Map(all.map((source) => [source.id, source]));
}

/** A source by its id: one of those that all tabs see, or a file of this tab. */
export function findSource(sources: Sources, session: Session, id: string): Source {
  const shared = sources.get(id);
  if (shared) return shared;
  const upload = session.uploads.get(id);
  if (!upload) throw new InputError('no-file', NOT_HERE);
  const { path, name: title, reading, isModel } = upload;
  return isModel ? { id, kind: 'model', path, title } : { id, kind: 'file', path, title, reading };
}

const NOT_HERE =
  'This table is no longer here, or it is a file of another tab, which alone sees it. Choose another, or send the file again.';

function sourceOf(file: string): Source {
  const path = resolve(file);
  const found = reading(file, () => statSync(path));
  if (found.isDirectory()) throw cannotRead(file, Object.assign(new Error(), { code: 'EISDIR' }));
  if (!found.isFile()) throw cannotRead(file, notRegular());
  const title = basename(path);
  if (!reading(file, () => isModel(path)))
    return { id: 'start', kind: 'file', path, title, reading: {}, fixed: true };
  SegmentationModel.load(path); // a damaged one is better told of now than on the page
  return { id: 'start', kind: 'model', path, title };
}

/** Whether a file is a model that was saved: it says so first. */
export function isModel(path: string): boolean {
  const start = Buffer.alloc(200);
  const opened = openSync(path, 'r');
  try {
    const length = readSync(opened, start);
    return /^\s*\{\s*"type"\s*:\s*"Segmentation"/.test(start.toString('utf8', 0, length));
  } finally {
    closeSync(opened);
  }
}
