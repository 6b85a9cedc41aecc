import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsBuild } from '../cli/cli';
import { describeWith } from '../support/requirement';
import { runWith } from './evaluate';

const ROOT = join(__dirname, '..', '..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damaged-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DAMAGED: readonly [string, string][] = [
  ['cut off', '{"cells": ['],
  ['without cells', '{}'],
  ['a list', '[]'],
  ['nothing', 'null'],
  ['empty', ''],
];

test.each(DAMAGED)('a notebook that is %s is not run, and what to do is said', (_how, text) => {
  const path = join(folder, 'bad.ipynb');
  writeFileSync(path, text);
  const lines = `try { it.readNotebook(${JSON.stringify(path)}); } catch ({ message }) { console.log(message); }`;
  expect(runWith('notebooks/notebook.mjs', lines).stdout).toBe(
    `bad.ipynb is damaged: it holds no notebook; get it again, e.g. git checkout -- ${path}\n`,
  );
});

describeWith(needsBuild, 'the list of notebooks', () => {
  test('names those that are damaged, with what to do, beside the others', () => {
    for (const name of ['dist', 'package.json'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const name of ['notebooks', 'scripts']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'scripts', 'notebooks.mjs'), '');
    const good = { cells: [{ source: ['# A story\n', 'of customers'] }, null] };
    writeFileSync(join(folder, 'notebooks', 'good.ipynb'), JSON.stringify(good));
    DAMAGED.forEach(([, text], i) => {
      writeFileSync(join(folder, 'notebooks', `bad${i}.ipynb`), text);
    });
    const args = [join(folder, 'dist', 'cli', 'main.js'), 'notebooks', '--json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).notebooks).toEqual([
      ...DAMAGED.map((_, i) => ({
        name: `bad${i}`,
        title: `damaged; get it again: git checkout -- notebooks/bad${i}.ipynb`,
      })),
      { name: 'good', title: 'A story' },
    ]);
  });
});
