import { appendFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writing } from '../../core/refusals';
import { defineCommand } from '../command';
import { deferInterrupts } from '../deferInterrupts';
import { lastMark } from '../earlierRun';
import { textOption } from '../optionKinds';
import { checkNotInput, shortPath } from '../outputFiles';

export const reportCommand = defineCommand({
  usage: 'report <model>',
  describe: 'Write the report of a saved model again, as HTML or Markdown',
  positionals: {
    model: { type: 'string', demandOption: true, describe: 'model.json of a fit' },
  },
  options: {
    out: {
      ...textOption('File to write, .html or .md (default: report.html beside the model)'),
      alias: 'o',
    },
    title: textOption('Title of the report'),
  },
  examples: [
    ['out/model.json --title "Spring customers"', 'writes out/report.html'],
    ['out/model.json --out segments.md', 'the same in Markdown'],
  ],
  run: ({ model: path, out = join(dirname(path), 'report.html'), title }, terminal) => {
    checkNotInput(out, [path]);
    const { SegmentationModel } =
      require('../../segmentation/segmentationModel') as typeof import('../../segmentation/segmentationModel');
    const { writeReport } = require('../../report/writeReport') as typeof import('../../report/writeReport');
    const model = SegmentationModel.load(path);
    const mark = lastMark(out);
    deferInterrupts(() => {
      writeReport(model, out, { modelFile: basename(path), ...(title !== undefined && { title }) });
      if (mark !== undefined) writing(out, () => appendFileSync(out, mark)); // still the results of the same run
    });
    const files = [shortPath(out)];
    terminal.result({ model: shortPath(path), files });
    terminal.written(files);
  },
});
