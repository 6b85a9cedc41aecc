import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { InputError } from '../../core/errors';
import { formatCount, formatSome, plural } from '../../core/format';
import { isGiven } from '../../core/options';
import { textOf } from '../../core/phrase';
import { writing } from '../../core/refusals';
import type { TableFile } from '../../datasets/read/readTable';
import {
  customerRecords,
  type ScoringSummary,
  scoringSummary,
} from '../../segmentation/score/scoredCustomers';
import { type SegmentsTableOptions, scoredTable } from '../../segmentation/score/scoredTable';
import type { SegmentationModel } from '../../segmentation/segmentationModel';
import type { TableData } from '../../table/tableData';
import { defineCommand } from '../command';
import { inTheWay } from '../earlierRun';
import { flag, textOption } from '../optionKinds';
import { checkNotInput } from '../outputFiles';
import { RESULT_OPTIONS, segmentsDocument } from '../segmentsFile';
import { readInput, SERVER_ARGUMENTS, TABLE_ARGUMENTS } from '../tableOptions';
import type { Terminal } from '../terminal';
import { writeResults } from '../writeResults';

export const predictCommand = defineCommand({
  usage: 'predict <model> <file>',
  describe: 'Predict each customer’s segment with a model that fit wrote',
  positionals: {
    model: { type: 'string', demandOption: true, describe: 'model.json of a fit' },
    file: { type: 'string', demandOption: true, describe: 'The customers, with the model’s columns' },
  },
  options: {
    id: textOption('Column that identifies customers; default: the model’s'),
    'as-of': textOption(
      'Day that days since dates are counted up to, yyyy-MM-dd (default: the day of the fit)',
    ),
    out: { ...textOption('File to write, .csv or .json (default: stdout)'), alias: 'o' },
    ...RESULT_OPTIONS,
    'no-formula-protection': flag('Leave texts that a spreadsheet would run as formulas as they are'),
    ...TABLE_ARGUMENTS.options,
    ...SERVER_ARGUMENTS.options,
  },
  examples: [
    [
      'out/model.json new.csv --out scored.csv',
      'the file with segment, name, action and margin of each customer',
    ],
    ['out/model.json new.csv --json', 'the same for a script'],
  ],
  run: async (args, terminal) => {
    const { out } = args;
    if (out !== undefined) checkOutput(out, [args.model, args.file]);
    const { SegmentationModel } =
      require('../../segmentation/segmentationModel') as typeof import('../../segmentation/segmentationModel');
    const model = SegmentationModel.load(args.model);
    const input = await readInput(args.file, args, terminal);
    const asOf = args['as-of'];
    const prediction = model.predict(input, asOf === undefined ? {} : { asOf });
    const { columnFinder } =
      require('../../segmentation/columns/columnFinder') as typeof import('../../segmentation/columns/columnFinder');
    const nameOf = columnFinder(Object.keys(input.table));
    const warnings = [...nameWarnings(model, nameOf), ...rowWarnings(input, args.id ?? model.id, nameOf)];
    const summary = { ...scoringSummary(prediction, model, input), warnings };
    const asked: SegmentsTableOptions = { id: args.id, withColumns: args['with-columns'] };
    const table = scoredTable(prediction, model, input, asked);
    const document = () => {
      const withColumns = asked.withColumns ?? false;
      return withCustomers(summary, scoredTable(prediction, model, input, { ...asked, withColumns }));
    };
    for (const { says } of summary.unfamiliar) terminal.say(`Warning: ${says}`);
    sayNotScored(summary, terminal);
    for (const warning of warnings) terminal.say(`Warning: ${warning}.`);
    const { csvBlocks } =
      require('../../datasets/write/writeCsv') as typeof import('../../datasets/write/writeCsv');
    const csv = (bom: boolean) =>
      csvBlocks(table, { neutralizeFormulas: !args['no-formula-protection'], bom });
    if (out === undefined) {
      if (terminal.json) terminal.result(document());
      else terminal.data(csv(false));
      return;
    }
    const asJson = () => `${JSON.stringify(document(), null, 2)}\n`;
    const data = extname(out).toLowerCase() === '.json' ? [asJson()] : csv(true);
    if (!args.overwrite && writing(out, () => differs(out, data)))
      throw inTheWay(out, 'is there already, and would change');
    const files = writeResults([{ path: out, data }]);
    terminal.result({ ...numbered(summary), segmentsFile: segmentsDocument(table), files });
    printSummary(summary, files, terminal);
  },
});

/** @throws InputError before any work is done. */
function checkOutput(out: string, inputs: readonly string[]): void {
  checkNotInput(out, inputs);
  if (!['.csv', '.json'].includes(extname(out).toLowerCase()))
    throw new InputError('not-allowed', isGiven('out', out), {
      remedy: 'its name must end in .csv or .json',
    });
}

function withCustomers(summary: ScoringSummary, table: TableData): object {
  return { ...numbered(summary), customers: customerRecords(table) };
}

/** Segments are numbered from 1 for people; customers in none have no number. */
function numbered(summary: ScoringSummary): object {
  const number = (segment: number) => (segment < 0 ? null : segment + 1);
  return {
    ...summary,
    segments: summary.segments.map(({ segment, ...rest }) => ({ segment: number(segment), ...rest })),
  };
}

function differs(path: string, texts: Iterable<string>): boolean {
  if (!existsSync(path)) return false;
  const file = openSync(path, 'r');
  try {
    for (const text of texts) {
      const bytes = Buffer.from(text);
      const there = Buffer.alloc(bytes.length);
      if (readSync(file, there) !== bytes.length || !there.equals(bytes)) return true;
    }
    return readSync(file, Buffer.alloc(1)) > 0;
  } finally {
    closeSync(file);
  }
}

/** The file's own name for a column; undefined where it has none. */
type NameOf = (name: string) => string | undefined;

/** Which columns of the file were taken for the model's, though their names differ a little. */
function nameWarnings({ columns }: SegmentationModel, nameOf: NameOf): string[] {
  const taken = columns.flatMap(({ name }) => {
    const found = nameOf(name);
    return found === name ? [] : [`'${found}' for '${name}'`];
  });
  if (taken.length === 0) return [];
  return [
    `columns were taken for those of the model, whose names differ in capitals, blanks or marks: ${formatSome(taken, MAX_LISTED)}`,
  ];
}

/** What to know where a row of the file seems to be no customer. */
function rowWarnings(input: TableFile, id: string | null, nameOf: NameOf): string[] {
  const { transactionsIn } =
    require('../../features/rfm/detect/detectTransactions') as typeof import('../../features/rfm/detect/detectTransactions');
  const { whatRowsAre } =
    require('../../segmentation/columns/checkRows') as typeof import('../../segmentation/columns/checkRows');
  const known = id === null ? null : (nameOf(id) ?? null);
  const found = transactionsIn(input, known);
  return found === undefined ? [] : [`${textOf(whatRowsAre(found))}. Each row was scored for itself`];
}

const MAX_LISTED = 5;

function sayNotScored({ notScored, rows }: ScoringSummary, terminal: Terminal): void {
  if (notScored.length === 0) return;
  terminal.say(`${formatCount(notScored.length)} of ${plural(rows, 'customer')} could not be scored:`);
  for (const { row, column, reason } of notScored.slice(0, MAX_LISTED))
    terminal.say(`  row ${row}: ${column}: ${reason}`);
  if (notScored.length > MAX_LISTED) terminal.say(`  and ${notScored.length - MAX_LISTED} more`);
}

function printSummary(
  { scored, segments }: ScoringSummary,
  files: readonly string[],
  terminal: Terminal,
): void {
  terminal.table({
    caption: `${plural(scored, 'customer')} in ${plural(segments.filter(({ segment }) => segment >= 0).length, 'segment')}`,
    columns: [
      { name: 'Segment' },
      { name: 'Customers', format: 'integer' },
      { name: 'Share', format: 'percent' },
    ],
    rows: segments.map(({ name, customers }) => [name, customers, customers / scored]),
  });
  terminal.written(files);
}
