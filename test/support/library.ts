/** Everything that the package exports, from its root and its subpaths. */
export * from '../../src/dashboard';
export * from '../../src/features/rfm';
export * from '../../src/index';
export * from '../../src/plot';
export * from '../../src/report';
export * from '../../src/sql';
export type * from '../../src/types';

/** Where they stand in `src`, by what a user imports. */
export const ENTRIES = {
  '.': 'index',
  './dashboard': 'dashboard/index',
  './plot': 'plot/index',
  './report': 'report/index',
  './rfm': 'features/rfm/index',
  './sql': 'sql',
  './types': 'types',
} as const;
