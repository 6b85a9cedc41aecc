import { checkNumber, checkOneOf, mustBe } from '../core/options';

/** Refuses what is no number of components to keep. @throws InputError naming `nComponents` and what it may be. */
export function checkComponents(nComponents: 'all' | number): void {
  if (typeof nComponents === 'string') checkOneOf('nComponents', nComponents, ['all']);
  else if (nComponents > 0 && nComponents < 1) checkNumber('nComponents', nComponents);
  else if (!Number.isInteger(nComponents) || nComponents < 1) {
    throw mustBe(
      'nComponents',
      nComponents,
      "'all', a whole number of at least 1, or a fraction between 0 and 1",
    );
  }
}
