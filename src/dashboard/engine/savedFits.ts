import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { removeQuietly } from '../../datasets/write/temporaryFolder';
import { SegmentationModel } from '../../segmentation/segmentationModel';
import type { Progress } from '../frames';
import { fittedTo, type SettingsRequest } from './models';

/**
 * A fit is made once, by the interactive process, and saved as a file when the background process needs it. The file
 * lies in the interactive process's own temporary folder, which goes when that process ends.
 */

/** A request to the background process, with the file of the fit that it is about. */
export interface BackgroundRequest extends SettingsRequest {
  saved?: string;
}

/** Saves the fit that a request is about. @returns null where no file can be written. */
export async function saveFit(
  request: SettingsRequest,
  onProgress: (progress: Progress) => void,
): Promise<string | null> {
  const fitted = await fittedTo(request, onProgress);
  if (fitted.saved !== undefined && existsSync(fitted.saved)) return fitted.saved;
  const path = join(tmpdir(), `fit-${randomUUID()}`);
  try {
    writeFileSync(path, fitted.model.toSnapshot(), { flag: 'wx', mode: 0o600 });
  } catch {
    removeQuietly(path); // a full disk keeps what was written before it filled up
    return null;
  }
  fitted.saved = path;
  return path;
}

/** Several tasks ask for one fit, one after the other. */
const restored = new LRUCache<string, SegmentationModel>({ max: 2 });

/** The model that a request is about: the other process's, fitted here only where that is gone. */
export async function modelFor(
  request: BackgroundRequest,
  onProgress: (progress: Progress) => void,
): Promise<SegmentationModel> {
  const model = request.saved === undefined ? undefined : restore(request.saved);
  return model ?? (await fittedTo(request, onProgress)).model;
}

function restore(path: string): SegmentationModel | undefined {
  const there = restored.get(path);
  if (there) return there;
  if (!existsSync(path)) return undefined;
  const model = SegmentationModel.fromSnapshot(readFileSync(path));
  restored.set(path, model);
  return model;
}

/** Gives the memory of restored models back. */
export function forgetRestored(): void {
  restored.clear();
}
