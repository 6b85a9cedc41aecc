import { currencySign, formatDate, formatList, formatNumber, withUnit } from '../../core/format';
import type { Table } from '../../core/table';
import { FORMAT_NAMES } from '../../datasets/read/formats';
import type { WriteCsvOptions } from '../../datasets/write/writeCsv';
import { RFM_ANALYSIS_OPTIONS } from '../../features/rfm/options';
import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import { moneySentences, subtractedTable } from '../../features/rfm/tables/moneySentences';
import type { TableData } from '../../table/tableData';
import { defineCommand } from '../command';
import { checkEarlierRun, checkStillFree } from '../earlierRun';
import { DEFAULT_FOLDER, flag, folderOption, textOption } from '../optionKinds';
import { outputPaths, shortPath } from '../outputFiles';
import { schemaOptions } from '../schemaOptions';
import { RESULT_OPTIONS } from '../segmentsFile';
import { shellWord } from '../shellWord';
import { withInputFile } from '../standardInput';
import { tableOnServer } from '../tableOptions';
import type { Terminal } from '../terminal';
import { withDatabase } from '../withDatabase';
import { writeResults } from '../writeResults';

const { database, schema, readCustomers, delimiter, encoding, decimal, dateFormat, sheet, ...analyzed } =
  RFM_ANALYSIS_OPTIONS.properties;

/** What the columns mean, and what counts. */
const ANALYSIS = schemaOptions(analyzed);
/** How the file is written. */
const READING = schemaOptions({ delimiter, encoding, decimal, dateFormat, sheet }, 'How the file is written');

/** What to cluster customers on by, as the dashboard does: numbers that grow by factors by their logarithm. */
const CLUSTER_ON = '--columns recency,frequency,monetary --log';

export const rfmCommand = defineCommand({
  usage: 'rfm <file>',
  describe: 'Recency, frequency and money from a transaction log; writes scores, segments and a report',
  positionals: {
    file: {
      type: 'string',
      demandOption: true,
      describe: `One row for each purchase or invoice line: ${formatList(FORMAT_NAMES, 'or')}; - for stdin; or a table, postgres://user@host/database/schema.table`,
    },
  },
  options: {
    ...ANALYSIS.options,
    unit: textOption("Unit of money, e.g. '£' (default: the file's currency)"),
    title: textOption('Title of the report'),
    out: folderOption('Folder for the results'),
    overwrite: RESULT_OPTIONS.overwrite,
    'no-formula-protection': flag('Leave texts that a spreadsheet would run as formulas as they are'),
    ...READING.options,
  },
  examples: [
    ['online-retail-dataset.csv.gz --as-of 2011-12-10', 'columns recognized by their names'],
    ['orders.csv --customer Client --amount Total --json', 'for a script'],
    ['postgres://ann@warehouse/shop/sales.orders', 'the work is done where the table is'],
  ],
  run: async (args, terminal) => {
    const names = ['rfm_customers.csv', 'rfm_segments.csv', 'rfm_report.html'] as const;
    const paths = outputPaths(args.out, names, [args.file]);
    const source = tableOnServer(args.file);
    const mark = checkEarlierRun('rfm', source?.shown ?? args.file, paths, args.overwrite, terminal);
    const { rfmAnalysis } =
      require('../../features/rfm/rfmAnalysis') as typeof import('../../features/rfm/rfmAnalysis');
    const given = { ...ANALYSIS.given(args), ...READING.given(args) };
    const analysis = await (source === undefined
      ? withInputFile(args.file, (path) => rfmAnalysis(path, given))
      : withDatabase(source.database, async (database) => {
          const schema = await database.temporarySchema();
          const { table } = source;
          return rfmAnalysis({ table }, { ...given, database, schema });
        }));
    for (const sentence of analysis.detected) terminal.say(sentence);
    const { csvText } =
      require('../../datasets/write/writeCsv') as typeof import('../../datasets/write/writeCsv');
    const formulas = { neutralizeFormulas: !args['no-formula-protection'] };
    const results = [
      { path: paths['rfm_customers.csv'], data: csvText(analysis.customers, inCents(formulas)) },
      { path: paths['rfm_segments.csv'], data: csvText(columnsOf(analysis.segments), inCents(formulas)) },
      {
        path: paths['rfm_report.html'],
        data: `${reportOf(analysis, { title: args.title, unit: args.unit })}${mark}`,
      },
    ];
    const files = writeResults(results, () => checkStillFree(paths, mark, args.overwrite));
    terminal.result(documentOf(analysis, files));
    const unit = args.unit ?? currencySign(analysis.currency);
    for (const note of moneySentences(analysis, unit)) terminal.say(note);
    printSummary(analysis, unit, files, terminal);
    const customers = shellWord(shortPath(paths['rfm_customers.csv']));
    terminal.print(
      `\nNext: customer-segmentation fit ${customers} ${CLUSTER_ON} ${withLogarithm(analysis)}${args.out === DEFAULT_FOLDER ? '' : ` --out ${shellWord(args.out)}`}`,
    );
  },
});

/** Who got back more than they paid here has a sum below zero, of which there is no logarithm. */
function withLogarithm({ customers }: RfmAnalysis): string {
  return customers.monetary.some((paid) => Number(paid) < 0) ? 'frequency' : 'frequency,monetary';
}

/** Money has two decimals in files. */
function inCents(options: WriteCsvOptions): WriteCsvOptions {
  const money = ['monetary', 'gross', 'averageOrderValue', 'revenue', 'grossRevenue', 'medianMonetary'];
  return { ...options, decimals: Object.fromEntries(money.map((name) => [name, 2])) };
}

/** Rows as columns by name. */
function columnsOf(rows: RfmAnalysis['segments']): TableData {
  const names = Object.keys(rows[0]) as (keyof RfmAnalysis['segments'][number])[];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)]));
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
  const { file, rowsRead, rowsValid, asOf, revenue, columns, segments, steps, duplicates, gross } = analysis;
  const { grossRevenue, subtracted, keptNothing, onlyReturns, currency } = analysis;
  const customers = analysis.customers.customer.length;
  return {
    ...{ file, rowsRead, rowsValid, customers, revenue },
    ...(gross ? {} : { grossRevenue, subtracted, keptNothing, onlyReturns }),
    ...{ currency, asOf, columns, segments, steps, duplicates, detected: analysis.detected, files },
  };
}

function printSummary(
  analysis: RfmAnalysis,
  unit: string,
  files: readonly string[],
  terminal: Terminal,
): void {
  const { rfmSegmentTable, cleaningTable } =
    require('../../features/rfm/tables/rfmTables') as typeof import('../../features/rfm/tables/rfmTables');
  const { segments, revenue, asOf } = analysis;
  terminal.table(withoutColumns(rfmSegmentTable(segments, { unit }), ['Who they are', 'What to do']));
  const total = withUnit(formatNumber(revenue, { decimals: 2 }), unit);
  const before = analysis.subtracted.length === 0 ? '' : ' net';
  terminal.print(
    `\nRevenue ${total}${before}; recency as of ${formatDate(asOf)}. See the report for what to do for each.`,
  );
  const subtracted = subtractedTable(analysis, unit);
  if (subtracted !== undefined) {
    terminal.heading('Subtracted');
    terminal.table(subtracted);
  }
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
