import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { algorithmOf } from '../algorithms';
import { SCORING_DIALECTS } from './dialects';
import { freeName, type ModelToWrite, statementFrom } from './modelSql';
import type { ResolvedSqlOptions } from './sqlOptions';
import { partsOf } from './tableName';

/** The files of `SegmentationModel.toDbt`, by name. */
export function dbtFiles(
  model: ModelToWrite,
  options: ResolvedSqlOptions & { name: string },
): Record<string, string> {
  const { name } = options;
  const statement = withoutJinja(statementFrom(PLACE, model, options));
  const sql = `{{ config(materialized='table') }}\n\n${statement.replace(PLACE, () => relationOf(options))}\n`;
  return { [`${name}.sql`]: sql, 'schema.yml': withoutJinja(schemaYaml(model, options)) };
}

/** Stands for the table until everything else is safe for Jinja; no name can hold it. */
const PLACE = '\0';

/** What Jinja would take for a beginning of its own, as text. */
function withoutJinja(text: string): string {
  return text.replace(/\{[{%#]/g, (beginning) => `{{ '${beginning}' }}`);
}

/** The model or source that dbt builds before this one. */
function relationOf({ table, dialect }: ResolvedSqlOptions): string {
  const names = partsOf(table, SCORING_DIALECTS[dialect]).map(({ name }) => name);
  const unfit = names.find((name) => !DBT_NAME.test(name));
  if (names.length > 2 || unfit !== undefined)
    throw new InputError('not-allowed', phrase`${{ option: 'table' }} is ${{ value: table }}`, {
      remedy:
        'for dbt it is the name of a model (customers), or of a source and its table (sales.customers), of letters, digits, - and _',
    });
  const [first, second] = names.map((name) => `'${name}'`);
  return second === undefined ? `{{ ref(${first}) }}` : `{{ source(${first}, ${second}) }}`;
}

const DBT_NAME = /^[\w-]+$/;

/** What YAML ends a line at, or does not take at all, where JSON has it as it is. */
const UNSAFE_IN_YAML = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A text of JSON is one of YAML, but for these characters. */
function yamlText(value: string): string {
  return JSON.stringify(value).replace(
    UNSAFE_IN_YAML,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What dbt says of the model, and tests. */
function schemaYaml(
  { algorithm, names }: ModelToWrite,
  { name, id }: ResolvedSqlOptions & { name: string },
): string {
  const { title, noise } = algorithmOf(algorithm);
  const text = yamlText;
  const column = (own: string, description: string, tests: readonly string[] = []) => [
    `      - name: ${freeName(own, id)}`,
    `        description: ${text(description)}`,
    ...(tests.length > 0 ? ['        data_tests:', ...tests.map((line) => `          ${line}`)] : []),
  ];
  const accepted = (values: readonly string[], isQuoted: boolean) => [
    '- accepted_values:',
    '    arguments:',
    `      values: [${values.join(', ')}]`,
    `      quote: ${isQuoted}`,
  ];
  const called = [...new Set([...names, ...(noise === undefined ? [] : ['Noise'])])];
  const lines = [
    'version: 2',
    '',
    'models:',
    `  - name: ${name}`,
    `    description: ${text(`The segment of every customer, by ${title}: ${names.length} segments, found by customer-segmentation.`)}`,
    '    columns:',
    `      - name: ${text(id)}`,
    '        quote: true',
    `        description: ${text('Identifies the customer.')}`,
    '        data_tests:',
    '          - unique',
    '          - not_null',
    ...column(
      'segment',
      'Number of the segment, from 1, the largest; null where the customer has none.',
      names.length > 0
        ? accepted(
            names.map((_, c) => String(c + 1)),
            false,
          )
        : [],
    ),
    ...column(
      'segment_name',
      'Name of the segment.',
      called.length > 0 ? accepted(called.map(text), true) : [],
    ),
    ...column('margin', 'How clearly the customer belongs there: 0 on the border, 1 at the center.'),
  ];
  return `${lines.join('\n')}\n`;
}
