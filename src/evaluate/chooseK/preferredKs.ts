import { INDICES, type PreferredKs } from '../indices/registry';
import type { KEvaluation } from './evaluateKs';

/**
 * The k that each index takes.
 *
 * @param all from k = 1 up without gaps, as `evaluateKs` gives them.
 * @param kMin the smallest k that may be taken; only an index that can tell that there are no clusters takes 1.
 */
export function preferredKs(all: readonly KEvaluation[], kMin: number): PreferredKs {
  const found = INDICES.map((index) => [index.key, index.preferredK(all, kMin)]);
  return Object.fromEntries(found) as PreferredKs;
}
