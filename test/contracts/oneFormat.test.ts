import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SRC = resolve(__dirname, '../../src');

/** What writes numbers by itself instead of asking `core/format`. */
const PRIVATE_FORMAT =
  /\.toLocale(?:Date|Time)?String\(|\.toFixed\(|\.toExponential\(|Intl\.\w*Format|\}\s%(?!\{)/;

/** Files that may, each with its reason. */
const ALLOWED: Record<string, string> = {
  'core/round.ts': 'rounds for files and styles: its answer is a number',
  'notebook/showMarkdown.ts': 'an example of a user’s own text',
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith(join('core', 'format')),
);

test('there are source files to check', () => expect(files.length).toBeGreaterThan(100));

test('only core/format decides how numbers, shares and dates are written', () => {
  const found = files.flatMap((file) =>
    readFileSync(join(SRC, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => (PRIVATE_FORMAT.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
  expect(found.filter((place) => !Object.keys(ALLOWED).some((file) => place.startsWith(file)))).toEqual([]);
});

test('every exception is still needed', () => {
  const needed = Object.keys(ALLOWED).filter((file) =>
    PRIVATE_FORMAT.test(readFileSync(join(SRC, file), 'utf8')),
  );
  expect(needed).toEqual(Object.keys(ALLOWED));
});
