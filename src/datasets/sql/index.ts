/**
 * Databases.
 *
 * @packageDocumentation
 */

export { quoteIdentifier } from './identifiers';
export { type ImportedFile, type ImportFileOptions, importFile } from './importFile';
export { openDatabase } from './openDatabase';
export type { OpenDatabaseOptions } from './openOptions';
export { type ReadSqlTableOptions, readSqlTable } from './readSqlTable';
export type { SqlEngine, SqlValue, SqlValues } from './sqlEngine';
