import { availableParallelism } from 'node:os';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';

/** By environment, for machines that have other things to do. */
const VARIABLE = 'CUSTOMER_SEGMENTATION_THREADS';
/** More share too little work, and each needs its memory. */
const MOST = 8;

/**
 * On how many threads large work is shared out, this one included: as many as the machine runs at a time, 8 at most, or
 * what the environment variable CUSTOMER_SEGMENTATION_THREADS says.
 * @throws InputError when the variable is no whole number of 1 or more.
 */
export function threadCount(): number {
  const given = process.env[VARIABLE];
  if (given === undefined || given === '') return Math.min(MOST, availableParallelism());
  if (/^[1-9]\d{0,2}$/.test(given)) return Number(given);
  throw new InputError('out-of-range', phrase`${{ option: VARIABLE }} is ${{ value: given }}`, {
    remedy: 'it must be a whole number of threads, at least 1',
  });
}
