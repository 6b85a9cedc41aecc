import { InputError } from '../core/errors';
import { display } from '../core/options';

/** How far a long evaluation has come. */
export interface Progress {
  /** What is being done, e.g. 'reference data sets'. */
  step: string;
  /** Of this step, how many are finished, from 1 … total. */
  done: number;
  total: number;
}

/** Told after every part of a long evaluation; what it throws stops the evaluation. */
export type OnProgress = (progress: Progress) => void;

/** @throws InputError when it is neither absent nor a function. */
export function checkOnProgress(onProgress: OnProgress | undefined): void {
  if (onProgress === undefined || typeof onProgress === 'function') return;
  throw new InputError(`\`onProgress\` is ${display(onProgress)}; it must be a function`);
}
