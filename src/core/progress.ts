import { checkOption, resolveOptions } from './resolveOptions';
import { type Given, object, optional, thing } from './schema';

/** How far long work has come. */
export interface Progress {
  /** What is being done, e.g. 'reference data sets'. */
  step: string;
  /** Of this step, how many are finished, up to total. */
  done: number;
  total: number;
}

/** Told after every part of long work; what it throws stops the work. */
export type OnProgress = (progress: Progress) => void;

/** The option of all long work. @internal */
export const ON_PROGRESS = optional(thing<OnProgress>('function'));

/** What the options of a fit may be. @internal */
export const FIT_OPTIONS = object({
  /** Told how far the fit has come; what it throws stops the fit, and nothing is left of it. */
  onProgress: ON_PROGRESS,
});

/** What every clusterer's `fit` can be told. */
export interface FitOptions extends Given<typeof FIT_OPTIONS> {}

/** @throws InputError for an option that is unknown, or an `onProgress` that is no function. */
export function checkFitOptions(options: FitOptions): FitOptions {
  return resolveOptions('fit', FIT_OPTIONS, options);
}

/** Small parts are told in lots, so that telling takes no time. */
const LOT = 256;

/** Tells of many small parts of one step, now and then and at the end: call it with the number of those done. */
export function reportBatches(step: string, total: number, onProgress?: OnProgress): (done: number) => void {
  if (!onProgress) return () => {};
  return (done) => {
    if (done % LOT === 0 || done === total) onProgress({ step, done, total });
  };
}

/** @throws InputError when it is neither absent nor a function. */
export function checkOnProgress(onProgress: OnProgress | undefined): void {
  if (onProgress !== undefined) checkOption('onProgress', ON_PROGRESS, onProgress);
}
