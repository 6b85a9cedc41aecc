import { InputError } from './errors';
import { display } from './options';

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

/** @throws InputError when it is neither absent nor a function. */
export function checkOnProgress(onProgress: OnProgress | undefined): void {
  if (onProgress === undefined || typeof onProgress === 'function') return;
  throw new InputError(`\`onProgress\` is ${display(onProgress)}; it must be a function`);
}
