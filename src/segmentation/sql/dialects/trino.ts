import type { ScoringDialect } from './scoringDialect';
import { standard } from './standard';

/** A longer statement needs a larger `query.max-length`. */
const MAX_CHARACTERS = 1_000_000;

export const trino: ScoringDialect = {
  ...standard,
  name: 'trino',
  maxCharacters: MAX_CHARACTERS,
};
