import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { InputError } from '../../core/errors';
import { isGiven } from '../../core/options';
import { writing } from '../../core/refusals';
import type { FileToWrite } from '../../datasets/write/writeFileAtomic';
import { DIALECT_NAMES } from '../../segmentation/sql/dialects/names';
import { defineCommand } from '../command';
import { inTheWay } from '../earlierRun';
import { flag, textOption } from '../optionKinds';
import { checkNotInput, outputPaths } from '../outputFiles';
import type { Terminal } from '../terminal';
import { writeResults } from '../writeResults';

export const sqlCommand = defineCommand({
  usage: 'sql <model>',
  describe: 'Write a model as one SQL statement that scores every customer in a database',
  positionals: {
    model: { type: 'string', demandOption: true, describe: 'model.json of a fit' },
  },
  options: {
    dialect: {
      choices: DIALECT_NAMES,
      requiresArg: true,
      demandOption: true,
      describe: 'Whose SQL it is',
    },
    table: {
      ...textOption('Table or view of customers, such as sales.customers; for dbt a model, or source.table'),
      demandOption: true,
    },
    id: textOption('Column that identifies customers; default: the model’s'),
    'as-of': textOption(
      'Day that days since dates are counted up to, yyyy-MM-dd (default: the day of the fit)',
    ),
    dbt: flag('Write a dbt model and its schema.yml instead'),
    name: textOption('What the dbt model is called (default: customer_segments)'),
    out: {
      ...textOption('File to write, .sql (default: stdout); with --dbt the folder (default: models)'),
      alias: 'o',
    },
    overwrite: flag('Replace files that are there already'),
  },
  examples: [
    [
      'out/model.json --dialect snowflake --table sales.customers --out segments.sql',
      'a statement with segment, name and margin of each customer',
    ],
    [
      'out/model.json --dialect bigquery --table customers --dbt',
      'models/customer_segments.sql and models/schema.yml for dbt',
    ],
  ],
  run: (args, terminal) => {
    const { dialect, table, id, name, dbt, out, overwrite } = args;
    if (!dbt) checkPlain(name, out);
    const { SegmentationModel } =
      require('../../segmentation/segmentationModel') as typeof import('../../segmentation/segmentationModel');
    const model = SegmentationModel.load(args.model);
    const options = { dialect, table, id, asOf: args['as-of'] };
    const { unitNote } =
      require('../../segmentation/sql/unitNote') as typeof import('../../segmentation/sql/unitNote');
    const note = unitNote(model.columns);
    if (note !== undefined) terminal.say(note);
    if (dbt) {
      const written = model.toDbt({ ...options, name });
      const paths = outputPaths(out ?? 'models', Object.keys(written), [args.model]);
      const files = Object.entries(written).map(([file, data]) => ({ path: paths[file], data }));
      write(files, { dialect, table }, overwrite, terminal);
      return;
    }
    const sql = model.toSQL(options);
    if (out !== undefined) {
      checkNotInput(out, [args.model]);
      write([{ path: out, data: sql }], { dialect, table }, overwrite, terminal);
    } else if (terminal.json) terminal.result({ dialect, table, sql });
    else process.stdout.write(sql);
  },
});

/** @throws InputError before any work is done. */
function checkPlain(name: string | undefined, out: string | undefined): void {
  if (name !== undefined)
    throw new InputError('conflict', isGiven('name', name), {
      remedy: 'only a dbt model has a name: add --dbt',
    });
  if (out !== undefined && extname(out).toLowerCase() !== '.sql')
    throw new InputError('not-allowed', isGiven('out', out), { remedy: 'its name must end in .sql' });
}

function write(files: readonly FileToWrite[], about: object, overwrite: boolean, terminal: Terminal): void {
  const changed = files.find(
    ({ path, data }) => existsSync(path) && writing(path, () => readFileSync(path, 'utf8')) !== data,
  );
  if (changed && !overwrite) throw inTheWay(changed.path, 'is there already, and would change');
  const written = writeResults(files);
  terminal.result({ ...about, files: written });
  terminal.written(written);
}
