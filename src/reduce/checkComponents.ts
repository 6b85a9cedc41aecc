import { checkOption } from '../core/resolveOptions';
import { either, integer, literal, number } from '../core/schema';

/** How many components are kept. */
export const N_COMPONENTS = either(
  [literal('all'), integer({ minimum: 1 }), number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })],
  {
    expects: "'all', a whole number of at least 1, or a fraction between 0 and 1",
    default: 'all',
  },
);

/** Refuses what can't be a number of components to keep. @throws InputError naming `nComponents` and what it may be. */
export function checkComponents(nComponents: 'all' | number): void {
  checkOption('nComponents', N_COMPONENTS, nComponents);
}
