import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { Table } from '../../core/table';
import { CATALOG, datasetEntry } from '../../datasets/catalog/catalog';
import { dataFolders, findPublished } from '../../datasets/catalog/dataFolders';
import type { DatasetEntry, DatasetName } from '../../datasets/catalog/schema';
import { suggestion } from '../../datasets/nearestName';
import { defineCommand } from '../command';
import { textOption } from '../optionKinds';
import type { Terminal } from '../terminal';

export const dataCommand = defineCommand({
  usage: 'data <action> [names..]',
  describe: 'List the published data sets, or fetch them from their official addresses',
  positionals: {
    action: { choices: ['list', 'fetch'] as const, demandOption: true, describe: 'What to do' },
    names: { type: 'string', array: true, describe: 'Data sets (default: all)' },
  },
  options: {
    folder: textOption('Folder for the files (default: CUSTOMER_DATA_DIR, else data/)'),
  },
  examples: [
    ['list', 'the data sets, and which ones you have'],
    ['fetch online-retail --folder ~/data', 'the invoice lines of an online shop, from UCI'],
  ],
  run: ({ action, names = [], folder }, terminal) => {
    const known = Object.keys(CATALOG);
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw new InputError('not-allowed', phrase`there is no data set ${{ value: unknown }}`, {
        remedy: suggestion(unknown, known),
      });
    }
    const wanted = names.length > 0 ? names : known;
    const entries = wanted.map((name) => datasetEntry(name as DatasetName));
    return action === 'list' ? list(entries, folder, terminal) : fetchAll(entries, folder, terminal);
  },
});

interface Listed {
  name: DatasetName;
  title: string;
  rows: number;
  file: string;
  /** Whether the published file is in one of the folders that are looked at. */
  here: boolean;
  license: string;
  source: string;
}

function list(entries: readonly DatasetEntry[], folder: string | undefined, terminal: Terminal): void {
  const folders = dataFolders(folder);
  const datasets = entries.map((entry) => listed(entry, folders));
  terminal.result({ folders, datasets });
  terminal.table(listTable(datasets));
  terminal.print(
    '\nIn place of a file that is not here, notebooks take a made-up sample of the same columns.',
  );
  terminal.print('Get one: customer-segmentation data fetch <name>');
}

function listed(entry: DatasetEntry, folders: readonly string[]): Listed {
  const { name, title, rows, fileName, license, source } = entry;
  const here = findPublished(entry, folders) !== undefined;
  return { name, title, rows, file: fileName, here, license, source: source.url ?? source.title };
}

function listTable(datasets: readonly Listed[]): Table {
  const here = datasets.filter((dataset) => dataset.here).length;
  return {
    caption: `${datasets.length} published data sets, ${here} of them here`,
    columns: [
      { name: 'Name' },
      { name: 'Rows', format: 'integer' },
      { name: 'Here' },
      { name: 'File' },
      { name: 'Source' },
    ],
    rows: datasets.map(({ name, rows, here, file, source }) => [name, rows, here, file, source]),
  };
}

/** One after the other; what fails does not keep the rest from coming. */
async function fetchAll(
  entries: readonly DatasetEntry[],
  folder: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const { fetchDataset } =
    require('../../datasets/fetch/fetchDataset') as typeof import('../../datasets/fetch/fetchDataset');
  const fetched: object[] = [];
  const failures: string[] = [];
  for (const { name, download } of entries) {
    try {
      const result = await terminal.withProgress((onProgress) =>
        fetchDataset(name, {
          folder,
          onProgress: ({ done, total }) => onProgress({ step: name, done, total: total ?? download.bytes }),
        }),
      );
      fetched.push(result);
      terminal.print(`${result.message} It is at ${result.path}`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.push(error.message);
    }
  }
  terminal.result({ fetched, failures });
  if (failures.length > 0) throw new InputError('failed', failures.join('\n'));
}
