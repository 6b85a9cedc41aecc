import { InputError } from '../../core/errors';
import { formatCount } from '../../core/format';
import { phrase } from '../../core/phrase';
import { algorithmOf, type SegmentationAlgorithm } from '../algorithms';
import type { Scoring } from '../score/scoring';
import { countedTo } from '../score/scoring';
import { SCORING_DIALECTS } from './dialects';
import { DIALECT_TITLES } from './dialects/names';
import type { ScoringDialect } from './dialects/scoringDialect';
import { measureCustomers } from './measureCustomers';
import { placeCustomers } from './placeCustomers';
import { readCustomers } from './readCustomers';
import { scaleAxes } from './scaleAxes';
import type { ResolvedSqlOptions } from './sqlOptions';
import { Steps } from './steps';
import { quoteTable } from './tableName';

/** What a statement is made of. */
export interface ModelToWrite {
  scoring: Scoring;
  algorithm: SegmentationAlgorithm;
  /** Names of the segments. */
  names: readonly string[];
}

/** The statement of `SegmentationModel.toSQL`. */
export function modelSql(model: ModelToWrite, options: ResolvedSqlOptions): string {
  const dialect = SCORING_DIALECTS[options.dialect];
  return `${statementFrom(quoteTable(options.table, dialect), model, options)};\n`;
}

/** The same from whatever may stand after FROM, without its end. @throws InputError as `SegmentationModel.toSQL`. */
export function statementFrom(
  table: string,
  { scoring, algorithm, names }: ModelToWrite,
  { dialect: name, id, asOf }: ResolvedSqlOptions,
): string {
  const dialect = SCORING_DIALECTS[name];
  const { title, rule } = algorithmOf(algorithm);
  if (rule.toSql === undefined)
    throw new InputError('unavailable', phrase`a model of ${title} cannot be written as SQL`, {
      remedy: 'fit with an algorithm that places customers by centers, such as kmeans',
    });
  const columns = asOf === null ? scoring.columns : scoring.columns.map((column) => countedTo(column, asOf));
  const steps = new Steps(table, dialect.fence);
  const values = readCustomers(steps, columns, { table, id: dialect.quoteName(id) }, dialect);
  const axes = scaleAxes(steps, { ...scoring, columns }, values, dialect);
  const space = { axes, dialect, nClusters: scoring.measure.nClusters };
  const measure = rule.toSql(scoring.rule, space);
  const measured = measureCustomers(steps, measure, space);
  const placed = placeCustomers(steps, measured, { names, reach: measure.reach }, dialect);
  const ours = placed.map((column) => [freeName(column, id), `s.${column}`] as const);
  const statement = steps.finish([[dialect.quoteName(id), 's.customer'], ...ours], 's');
  checkLength(statement, dialect);
  return statement;
}

/** A name of ours where the customer's column has the same: databases look at it without regard to case. */
export function freeName(column: string, id: string): string {
  return column === id.toLowerCase() ? `${column}_2` : column;
}

function checkLength({ length }: string, { name, maxCharacters = Infinity }: ScoringDialect): void {
  if (length <= maxCharacters) return;
  throw new InputError(
    'too-large',
    phrase`the statement has ${formatCount(length)} characters, and ${DIALECT_TITLES[name]} takes ${formatCount(maxCharacters)}`,
    {
      remedy:
        'fit with an algorithm that places customers by centers, such as kmeans or agglomerative with linkage ward: then no customers stand in the statement',
    },
  );
}
