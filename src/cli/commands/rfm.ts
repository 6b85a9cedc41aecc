import { formatDate, formatNumber, withUnit } from '../../core/format';
import type { Table } from '../../core/table';
import type { RfmAnalysis, RfmAnalysisOptions } from '../../features/rfm/rfmAnalysis';
import { byRole, ROLE_NAMES } from '../../features/rfm/transactionRoles';
import { defineCommand } from '../command';
import { checkEarlierRun } from '../earlierRun';
import { choiceOption, DEFAULT_FOLDER, flag, folderOption, textOption } from '../optionKinds';
import { outputPaths, shortPath } from '../outputFiles';
import { RESULT_OPTIONS } from '../segmentsFile';
import { shellWord } from '../shellWord';
import { withInputFile } from '../standardInput';
import { TABLE_OPTIONS } from '../tableOptions';
import type { Terminal } from '../terminal';
import { writeResults } from '../writeResults';

const { delimiter, encoding, decimal, 'date-format': dateFormat, sheet } = TABLE_OPTIONS;

/** What to cluster customers on by, as the dashboard does: numbers that grow by factors by their logarithm. */
const CLUSTER_ON = '--columns recency,frequency,monetary --log frequency,monetary';

export const rfmCommand = defineCommand({
  usage: 'rfm <file>',
  describe: 'Recency, frequency and money from a transaction log; writes scores, segments and a report',
  positionals: {
    file: {
      type: 'string',
      demandOption: true,
      describe: 'One row for each purchase or invoice line: CSV, Excel, Parquet or JSON lines; - for stdin',
    },
  },
  options: {
    ...byRole(({ help }) => textOption(`Column of ${help}; default: recognized by its name`)),
    'as-of': textOption(
      'Day on which recency is counted, yyyy-MM-dd (default: the day after the last purchase)',
    ),
    duplicates: choiceOption(
      ['keep', 'drop'],
      'Rows that repeat an earlier one in every column (default: keep)',
    ),
    'cancellation-prefix': textOption(
      'What numbers of canceled invoices begin with (default: C, where others are digits)',
    ),
    unit: textOption("Unit of money, e.g. '£'"),
    title: textOption('Title of the report'),
    out: folderOption('Folder for the results'),
    overwrite: RESULT_OPTIONS.overwrite,
    'no-formula-protection': flag('Leave texts that a spreadsheet would run as formulas as they are'),
    delimiter,
    encoding,
    decimal,
    'date-format': dateFormat,
    sheet,
  },
  examples: [
    ['online-retail-dataset.csv.gz --as-of 2011-12-10', 'columns recognized by their names'],
    ['orders.csv --customer Client --amount Total --json', 'for a script'],
  ],
  run: async (args, terminal) => {
    const names = ['rfm_customers.csv', 'rfm_segments.csv', 'rfm_report.html'] as const;
    const paths = outputPaths(args.out, names, [args.file]);
    const mark = checkEarlierRun('rfm', args.file, paths, args.overwrite, terminal);
    const { rfmAnalysis } =
      require('../../features/rfm/rfmAnalysis') as typeof import('../../features/rfm/rfmAnalysis');
    const analysis = await withInputFile(args.file, (path) => rfmAnalysis(path, analysisOptions(args)));
    for (const sentence of analysis.recognized) terminal.say(sentence);
    const { csvText } =
      require('../../datasets/write/writeCsv') as typeof import('../../datasets/write/writeCsv');
    const formulas = { neutralizeFormulas: !args['no-formula-protection'] };
    const files = writeResults([
      { path: paths['rfm_customers.csv'], data: csvText(analysis.customers, formulas) },
      { path: paths['rfm_segments.csv'], data: csvText(columnsOf(analysis.segments), formulas) },
      {
        path: paths['rfm_report.html'],
        data: `${reportOf(analysis, { title: args.title, unit: args.unit })}${mark}`,
      },
    ]);
    terminal.result(documentOf(analysis, files));
    printSummary(analysis, args.unit, files, terminal);
    const customers = shellWord(shortPath(paths['rfm_customers.csv']));
    terminal.print(
      `\nNext: customer-segmentation fit ${customers} ${CLUSTER_ON}${args.out === DEFAULT_FOLDER ? '' : ` --out ${shellWord(args.out)}`}`,
    );
  },
});

/** What was given, under the names that `rfmAnalysis` has. */
function analysisOptions(args: Readonly<Record<string, unknown>>): RfmAnalysisOptions {
  const named = [...ROLE_NAMES, 'duplicates', 'delimiter', 'encoding', 'decimal', 'sheet'];
  const renamed = { asOf: 'as-of', cancellationPrefix: 'cancellation-prefix', dateFormat: 'date-format' };
  const pairs = [...named.map((name) => [name, name]), ...Object.entries(renamed)];
  return Object.fromEntries(
    pairs.filter(([, option]) => args[option] !== undefined).map(([name, option]) => [name, args[option]]),
  );
}

/** Rows as columns by name. */
function columnsOf<R extends object>(rows: readonly R[]): Record<string, R[keyof R][]> {
  const names = Object.keys(rows[0]) as (keyof R & string)[];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

function reportOf(analysis: RfmAnalysis, texts: { title?: string; unit?: string }): string {
  const { buildRfmReport } =
    require('../../report/buildRfmReport') as typeof import('../../report/buildRfmReport');
  const { reportHtml } =
    require('../../report/page/reportHtml') as typeof import('../../report/page/reportHtml');
  const given = Object.entries(texts).filter(([, text]) => text !== undefined);
  return reportHtml(buildRfmReport(analysis, Object.fromEntries(given)));
}

function documentOf(analysis: RfmAnalysis, files: readonly string[]): object {
  const { file, rowsRead, rowsValid, asOf, revenue, columns, segments, steps, duplicates } = analysis;
  const customers = analysis.customers.customer.length;
  return { file, rowsRead, rowsValid, customers, revenue, asOf, columns, segments, steps, duplicates, files };
}

function printSummary(
  analysis: RfmAnalysis,
  unit: string | undefined,
  files: readonly string[],
  terminal: Terminal,
): void {
  const { rfmSegmentTable, cleaningTable } =
    require('../../features/rfm/tables/rfmTables') as typeof import('../../features/rfm/tables/rfmTables');
  const { segments, revenue, asOf } = analysis;
  terminal.table(
    withoutColumns(rfmSegmentTable(segments, unit === undefined ? {} : { unit }), [
      'Who they are',
      'What to do',
    ]),
  );
  const total = withUnit(formatNumber(revenue, { decimals: 2 }), unit);
  terminal.print(
    `\nRevenue ${total}; recency as of ${formatDate(asOf)}. See the report for what to do for each.`,
  );
  terminal.heading('Based on');
  terminal.table(withoutColumns(cleaningTable(analysis), ['Rows before']));
  terminal.written(files);
}

/** Lines of a terminal are short. */
function withoutColumns(table: Table, names: readonly string[]): Table {
  const kept = table.columns.map(({ name }, j) => (names.includes(name) ? -1 : j)).filter((j) => j >= 0);
  return {
    caption: table.caption,
    columns: kept.map((j) => table.columns[j]),
    rows: table.rows.map((row) => kept.map((j) => row[j])),
  };
}
