import { agreementTable } from '../../evaluate/compare/agreementTable';
import type { ClusteringComparison } from '../../evaluate/compare/compareClusterings';
import { ALGORITHM_NAMES, algorithmOf } from '../../segmentation/algorithms';
import { SEGMENTATION_OPTIONS } from '../../segmentation/options';
import { defineCommand } from '../command';
import { refuseTransactions } from '../refuseTransactions';
import { schemaOptions } from '../schemaOptions';
import { readInput, SERVER_ARGUMENTS, TABLE_ARGUMENTS, TABLE_FILE } from '../tableOptions';

/** 'k-means, hierarchical (ward) and DBSCAN' */
const RIVALS = ALGORITHM_NAMES.flatMap((name) => algorithmOf(name).rival?.name ?? [])
  .join(', ')
  .replace(/, ([^,]*)$/, ' and $1');
const { properties } = SEGMENTATION_OPTIONS;

const COMPARED = schemaOptions({
  ...properties,
  algorithm: {
    ...properties.algorithm,
    description: `Compared with ${RIVALS}, where it differs`,
  },
});

export const compareCommand = defineCommand({
  usage: 'compare <file>',
  describe: 'Compare algorithms on the same customers: which one to trust, and why',
  positionals: { file: TABLE_FILE },
  options: {
    ...COMPARED.options,
    ...TABLE_ARGUMENTS.options,
    ...SERVER_ARGUMENTS.options,
  },
  examples: [
    ['customers.csv --k 4', 'with four segments each (DBSCAN and HDBSCAN find their own)'],
    ['customers.csv --columns Income,Age --json', 'for a script'],
  ],
  run: async (args, terminal) => {
    const { Segmentation } =
      require('../../segmentation/segmentation') as typeof import('../../segmentation/segmentation');
    const { comparisonTable } =
      require('../../evaluate/compare/comparisonTable') as typeof import('../../evaluate/compare/comparisonTable');
    const segmentation = new Segmentation(COMPARED.given(args));
    const input = await readInput(args.file, args, terminal);
    await refuseTransactions(input, args);
    const { model, comparison } = terminal.withProgress((onProgress) => {
      const model = segmentation.fit(input, { onProgress });
      return { model, comparison: model.compare({ onProgress }) };
    });
    const { rows, recommended, reasons } = comparison;
    const columns = model.columns.map(({ name }) => name);
    const agreement = agreementRows(comparison);
    terminal.result({ rows: model.rows, columns, clusterings: rows, agreement, recommended, reasons });
    terminal.table(comparisonTable(comparison));
    terminal.heading('Why');
    for (const sentence of reasons.slice(1)) terminal.print(sentence);
    terminal.heading('Agreement');
    terminal.table({
      ...agreementTable(comparison),
      caption: 'Adjusted Rand index: 1 is the same clustering, 0 what chance gives',
    });
    terminal.heading('Based on');
    terminal.print(`Columns: ${columns.join(', ')}.`);
  },
});

/** Adjusted Rand index of every pair, by the names of both. */
function agreementRows({ rows, agreement }: ClusteringComparison): Record<string, Record<string, number>> {
  const names = rows.map(({ name }) => name);
  return Object.fromEntries(
    names.map((name, i) => [name, Object.fromEntries(names.map((other, j) => [other, agreement.get(i, j)]))]),
  );
}
