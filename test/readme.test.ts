import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpile } from 'typescript';

const ROOT = join(__dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

function block(language: string): string {
  const found = new RegExp(`<!-- This example[^]*?\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme);
  return found?.[1] ?? '';
}

test("the README's example prints what the README says", () => {
  const code = transpile(block('ts'), { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 });
  const { CUSTOMER_DATA_DIR: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { cwd: ROOT, env, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.length).toBeGreaterThan(100);
  expect(stdout).toBe(block('text'));
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
