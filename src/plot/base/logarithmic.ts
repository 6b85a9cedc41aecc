import type { LayoutAxis } from 'plotly.js';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { type Given, names, type TObject } from '../../core/schema';
import type { NamedColumn } from './columns';
import { known, sorted } from './numbers';

/** The option of figures whose axes are columns. */
export const LOGARITHMIC = {
  /**
   * Columns drawn on a logarithmic axis, such as amounts of money, where a step is a multiple rather than a sum;
   * their values must be above 0. Default none.
   */
  logarithmic: names({ default: [] }),
};

/** An option of figures whose axes are columns. */
export interface LogarithmicOption extends Given<TObject<typeof LOGARITHMIC>> {}

/**
 * Whether each column is to be drawn on a logarithmic axis.
 * @throws InputError for a name that is not among the columns, and for a value of 0 or less.
 */
export function readLogarithmic(
  columns: readonly NamedColumn[],
  { logarithmic = [] }: LogarithmicOption,
): boolean[] {
  const drawn = columns.map(({ name }) => name);
  const unknown = logarithmic.find((name) => !drawn.includes(name));
  if (unknown !== undefined)
    throw new InputError('not-allowed', phrase`${{ option: 'logarithmic' }} names ${{ column: unknown }}`, {
      remedy: `the columns drawn are ${drawn.join(', ')}`,
    });
  return columns.map(({ name, values }) => {
    if (!logarithmic.includes(name)) return false;
    const low = known(values).find((value) => value <= 0);
    if (low === undefined) return true;
    throw new InputError('out-of-range', phrase`column ${{ column: name }} holds ${{ value: low }}`, {
      remedy: 'a logarithmic axis needs values above 0: leave such rows out, or draw it linearly',
    });
  });
}

/** A logarithmic axis for these values: ticks at 1, 10, 100, or at 1, 2, 5, 10 where they span little. */
export function logarithmicAxis(values: ArrayLike<number>): Partial<LayoutAxis> {
  const ascending = sorted(values);
  const [low, high] = [ascending[0], ascending[ascending.length - 1]];
  const decades = Math.log10(high / low);
  return {
    type: 'log',
    dtick: decades > 2 ? Math.ceil(decades / 6) : 'D2',
    // '10k' has room under a small panel; below 1 the format would write '500m'.
    tickformat: low >= 1 ? '~s' : ',~f',
  };
}
