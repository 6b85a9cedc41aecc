import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { reading } from '../../core/refusals';
import type { Table } from '../../core/table';
import { suggestion } from '../../datasets/nearestName';
import { defineCommand } from '../command';
import { Interrupted } from '../interrupted';
import { folderOption } from '../optionKinds';
import type { Terminal } from '../terminal';

const ROOT = resolve(__dirname, '../../..');
const FOLDER = join(ROOT, 'notebooks');
const RUNNER = join(ROOT, 'scripts', 'notebooks.mjs');

export const notebooksCommand = defineCommand({
  usage: 'notebooks [names..]',
  describe: 'List the notebooks, or run some and write them as pages that open offline',
  positionals: {
    names: { type: 'string', array: true, describe: 'Notebooks to run (default: only list them)' },
  },
  options: {
    out: folderOption('Folder for the executed notebooks and pages'),
  },
  examples: [
    ['', 'lists the notebooks'],
    ['mall_customers', 'runs one and writes out/mall_customers.html'],
  ],
  run: ({ names = [], out }, terminal) => {
    const notebooks = everyNotebook();
    if (names.length === 0) return list(notebooks, terminal);
    const known = notebooks.map(({ name }) => name);
    for (const name of names.map((given) => basename(given, '.ipynb'))) {
      if (!known.includes(name))
        throw new InputError('not-allowed', phrase`there is no notebook ${{ value: name }}`, {
          remedy: suggestion(name, known),
        });
    }
    return runNotebooks(names, out, terminal);
  },
});

interface Notebook {
  name: string;
  title: string;
}

function everyNotebook(): Notebook[] {
  if (!existsSync(FOLDER) || !existsSync(RUNNER)) {
    throw new InputError(
      'unavailable',
      'the notebooks come with the repository, not with the installed package',
      { remedy: 'clone it to run them' },
    );
  }
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ipynb'))
    .sort()
    .map((file) => ({ name: basename(file, '.ipynb'), title: titleOf(join(FOLDER, file)) }));
}

/** The first heading; of a file that holds no notebook, what to do about it. */
function titleOf(path: string): string {
  const cells = cellsIn(reading(path, () => readFileSync(path, 'utf8')));
  if (cells === undefined) return `damaged; get it again: git checkout -- notebooks/${basename(path)}`;
  const texts = cells.map((cell) => [Object(cell).source ?? ''].flat().join(''));
  return /^# (.*)$/m.exec(texts.join('\n'))?.[1] ?? '';
}

function cellsIn(text: string): readonly unknown[] | undefined {
  try {
    const { cells } = Object(JSON.parse(text)) as { cells?: unknown };
    return Array.isArray(cells) ? cells : undefined;
  } catch {
    return undefined;
  }
}

function list(notebooks: readonly Notebook[], terminal: Terminal): void {
  const table: Table = {
    caption: `${notebooks.length} notebooks`,
    columns: [{ name: 'Name' }, { name: 'Title' }],
    rows: notebooks.map(({ name, title }) => [name, title]),
  };
  terminal.result({ notebooks });
  terminal.table(table);
  terminal.print('\nRun one: customer-segmentation notebooks <name>');
  terminal.print('Explore them in JupyterLab: npm run lab (in the repository)');
}

/** The repository's own runner does the work and prints its own messages. */
async function runNotebooks(names: readonly string[], out: string, terminal: Terminal): Promise<void> {
  const args = [RUNNER, ...names.map((name) => basename(name, '.ipynb')), '--out', resolve(out)];
  const runner = spawn(process.execPath, terminal.json ? [...args, '--json'] : args, { stdio: 'inherit' });
  const code = await new Promise<number>((done, fail) => {
    runner.on('error', fail);
    runner.on('close', (exit) => done(exit ?? 1));
  });
  if (code !== 0) throw new Interrupted(code);
}
