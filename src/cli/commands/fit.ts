import type { TableFile } from '../../datasets/read/readTable';
import { segmentsTable } from '../../segmentation/score/scoredTable';
import type { SegmentationModel } from '../../segmentation/segmentationModel';
import { isNativeMissed } from '../../tensor/chooseEngine';
import { defineCommand } from '../command';
import { checkEarlierRun, checkStillFree } from '../earlierRun';
import { flag, folderOption, textOption } from '../optionKinds';
import { outputPaths, shortPath } from '../outputFiles';
import { refuseTransactions } from '../refuseTransactions';
import { SEGMENTATION_ARGUMENTS } from '../segmentationArguments';
import { printJudgment, printSegments, summaryDocument } from '../segmentationSummary';
import { RESULT_OPTIONS, segmentsDocument } from '../segmentsFile';
import { shellWord } from '../shellWord';
import { readInput, SERVER_ARGUMENTS, TABLE_ARGUMENTS, TABLE_FILE, tableOnServer } from '../tableOptions';
import type { Terminal } from '../terminal';
import { writeResults } from '../writeResults';

export const fitCommand = defineCommand({
  usage: 'fit <file>',
  describe: 'Find segments in a table of customers; writes segments.csv, model.json and report.html',
  positionals: { file: TABLE_FILE },
  options: {
    ...SEGMENTATION_ARGUMENTS.options,
    title: textOption('Title of the report'),
    out: folderOption('Folder for the results'),
    ...RESULT_OPTIONS,
    'no-formula-protection': flag('Leave texts that a spreadsheet would run as formulas as they are'),
    ...TABLE_ARGUMENTS.options,
    ...SERVER_ARGUMENTS.options,
  },
  examples: [
    ['customers.csv', 'columns, number of segments and the rest chosen automatically'],
    ['customers.csv --columns Income,Age --k 4 --seed 1', 'four segments by income and age'],
    ['customers.xlsx --json > fit.json', 'for a script'],
  ],
  run: async (args, terminal) => {
    const paths = outputPaths(args.out, ['segments.csv', 'model.json', 'report.html'], [args.file]);
    const mark = checkEarlierRun(
      'fit',
      tableOnServer(args.file)?.shown ?? args.file,
      paths,
      args.overwrite,
      terminal,
    );
    const { Segmentation } =
      require('../../segmentation/segmentation') as typeof import('../../segmentation/segmentation');
    const { csvBlocks } =
      require('../../datasets/write/writeCsv') as typeof import('../../datasets/write/writeCsv');
    const segmentation = new Segmentation(SEGMENTATION_ARGUMENTS.given(args));
    const input = await readInput(args.file, args, terminal);
    await refuseTransactions(input, args);
    const model = terminal.withProgress((onProgress) => {
      const fitted = segmentation.fit(input, { onProgress, onWarning: (sentence) => terminal.say(sentence) });
      fitted.judge(onProgress);
      return fitted;
    });
    printSegments(model, terminal); // at once: report and files follow
    sayWhatIsQuicker(terminal);
    const segments = segmentsTable(model, input, { withColumns: args['with-columns'] });
    const formulas = { neutralizeFormulas: !args['no-formula-protection'] };
    const results = [
      { path: paths['segments.csv'], data: csvBlocks(segments, formulas) },
      { path: paths['model.json'], data: JSON.stringify(model) },
      { path: paths['report.html'], data: `${reportOf(model, input, args.title)}${mark}` },
    ];
    const files = writeResults(results, () => checkStillFree(paths, mark, args.overwrite));
    terminal.result({ ...summaryDocument(model, files), segmentsFile: segmentsDocument(segments) });
    printJudgment(model, files, terminal);
    terminal.print(
      `\nNext: customer-segmentation predict ${shellWord(shortPath(paths['model.json']))} <file of new customers>`,
    );
  },
});

/** One sentence, where the optional engine would have served this table. */
function sayWhatIsQuicker(terminal: Terminal): void {
  if (isNativeMissed())
    terminal.say(
      'Tables of this size are several times faster with TensorFlow: npm install @tensorflow/tfjs-node',
    );
}

function reportOf(model: SegmentationModel, { file }: TableFile, title: string | undefined): string {
  const { buildReport } = require('../../report/buildReport') as typeof import('../../report/buildReport');
  const { reportHtml } =
    require('../../report/page/reportHtml') as typeof import('../../report/page/reportHtml');
  return reportHtml(buildReport(model, { source: file, ...(title !== undefined && { title }) }));
}
