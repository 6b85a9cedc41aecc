import { InputError } from './errors';
import { type Phrase, phrase } from './phrase';

/** What weights are for. */
export interface Weighted {
  /** The option that holds them. */
  option: string;
  /** What has one. */
  each: 'row' | 'column' | 'component';
  /** How many there must be. */
  length: number;
  /** The same as a message says it. Default: 'for 3 rows'. */
  wanted?: Phrase;
  /** Whether a weight of 0 is refused too. Default false. */
  positive?: boolean;
}

/**
 * A copy of weights that the caller gave.
 * @throws InputError for another number of them, and for one that is negative or not finite.
 */
export function checkWeights(
  weights: ArrayLike<number>,
  { option, each, length, wanted = phrase`for ${length} ${each}s`, positive = false }: Weighted,
): Float64Array {
  if (weights?.length !== length) {
    throw new InputError(
      'wrong-shape',
      phrase`${{ option }} has ${weights?.length ?? 'no'} values ${wanted}`,
      { remedy: `give one for each ${each}` },
    );
  }
  const checked = Float64Array.from(weights);
  const bad = checked.findIndex((weight) => !(weight < Infinity && (positive ? weight > 0 : weight >= 0)));
  if (bad < 0) return checked;
  const at: Phrase = each === 'component' ? [String(bad)] : [each === 'row' ? { row: bad } : { column: bad }];
  throw new InputError(
    'unreadable-value',
    phrase`${{ option }} holds ${{ value: weights[bad] }} for ${each} ${at}`,
    { remedy: `weights are finite and ${positive ? 'positive' : 'not negative'}` },
  );
}
