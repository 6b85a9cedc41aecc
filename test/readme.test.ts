import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpile } from 'typescript';

const ROOT = join(__dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

const EXAMPLES = Array.from(
  readme.matchAll(/<!-- This example[\s\S]*?```ts\n([\s\S]*?)```\s*```text\n([\s\S]*?)```/g),
  ([, code, output]) => ({ title: code.split('\n', 1)[0], code, output }),
);

test('examples were found', () => {
  expect(EXAMPLES.length).toBe(2);
});

test.each(EXAMPLES)('the example that begins with $title prints what the README says', ({ code, output }) => {
  const script = transpile(code, { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 });
  const { CUSTOMER_DATA_DIR: _, ...env } = process.env;
  const words = ['--input-type=module', '--eval', script];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, env, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.length).toBeGreaterThan(100);
  expect(stdout).toBe(output);
});

test('every npm script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = Array.from(
    readme.matchAll(/npm (?:run )?(start|test|(?<=run )[a-z]+)/g),
    (match) => match[1],
  );
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

test('every file that the README links to exists', () => {
  const links = Array.from(readme.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g), (match) => match[1]);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) expect(() => readFileSync(join(ROOT, link))).not.toThrow();
});
