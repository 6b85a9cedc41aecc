/**
 * Databases, and what is worked out inside them.
 *
 * @packageDocumentation
 */
export { kMeansOfTable } from './cluster/kmeans/inDatabase/kMeansOfTable';
export { scoreTable } from './cluster/kmeans/inDatabase/scoreTable';
export { quoteIdentifier } from './datasets/sql/identifiers';
export { type ImportedFile, type ImportFileOptions, importFile } from './datasets/sql/importFile';
export { openDatabase } from './datasets/sql/openDatabase';
export type { OpenDatabaseOptions } from './datasets/sql/openOptions';
export { type ReadSqlTableOptions, readSqlTable } from './datasets/sql/readSqlTable';
export type { SqlEngine, SqlValue, SqlValues } from './datasets/sql/sqlEngine';
export { silhouetteOfTable } from './evaluate/indices/inDatabase/silhouetteOfTable';
export { histogramOfTable } from './preprocess/inDatabase/histogramOfTable';
export { tableMoments } from './preprocess/inDatabase/tableMoments';
export { profileOfTable } from './profile/inDatabase/profileOfTable';
export { pcaOfTable } from './reduce/inDatabase/pcaOfTable';
