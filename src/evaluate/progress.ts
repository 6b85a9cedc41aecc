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
