import type { ScoringDialect } from './scoringDialect';
import { standard } from './standard';

export const duckdb: ScoringDialect = { ...standard, name: 'duckdb' };
