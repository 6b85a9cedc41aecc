import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const SRC = resolve(__dirname, '../../src');

/** Data walks through the rooms in this order; a room imports only from rooms before it. */
const ROOMS = [
  'core',
  'table',
  'tensor',
  'datasets',
  'preprocess',
  'features',
  'reduce',
  'cluster',
  'evaluate',
  'profile',
  'segmentation',
  'plot',
  'ui',
  'report',
  'notebook',
  'dashboard',
  'cli',
];

/** The outside world's doors: which rooms may load which package. */
const DOORS: Record<string, readonly string[]> = {
  '@tensorflow/tfjs-node': ['tensor'],
  'danfojs-node': ['datasets', 'preprocess', 'features', 'notebook'],
  '@duckdb/node-api': ['datasets'],
  pg: ['datasets'],
  'trino-client': ['datasets'],
  xlsx: ['datasets'],
  'playwright-core': ['report'],
  yargs: ['cli'],
  'cli-progress': ['cli'],
  fastify: ['dashboard'],
  preact: ['ui', 'report', 'dashboard'],
  'preact-render-to-string': ['report'],
  open: ['cli'],
  '@sinclair/typebox': ['core'],
  tslab: ['notebook'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g);
  return Array.from(found, (match) => match[1]);
}

function roomOf(path: string): string {
  return relative(SRC, path).split(sep)[0];
}

test('there are source files to check', () => {
  expect(files.length).toBeGreaterThan(20);
});

/** The files beside the rooms are doors of the package: each names what several rooms give away. */
test.each(files.filter((file) => file.includes(sep)))('%s imports only from rooms before its own', (file) => {
  const own = ROOMS.indexOf(roomOf(join(SRC, file)));
  expect(own).toBeGreaterThanOrEqual(0);
  for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
    const room = ROOMS.indexOf(roomOf(resolve(SRC, dirname(file), target)));
    expect({ target, allowed: room >= 0 && room <= own }).toEqual({ target, allowed: true });
  }
});

test.each(files)('%s opens only the doors its room has', (file) => {
  for (const [name, rooms] of Object.entries(DOORS)) {
    const opens = importsOf(file).some((target) => target === name || target.startsWith(`${name}/`));
    if (opens)
      expect({ name, rooms }).toEqual({ name, rooms: expect.arrayContaining([roomOf(join(SRC, file))]) });
  }
});

test('the core imports nothing from outside but the types of schemas', () => {
  const outside = files
    .filter((file) => roomOf(join(SRC, file)) === 'core')
    .flatMap(importsOf)
    .filter((target) => !target.startsWith('.'));
  expect(new Set(outside)).toEqual(new Set(['@sinclair/typebox']));
  expect(
    readFileSync(join(SRC, 'core/schema.ts'), 'utf8').replaceAll(/(import|export) type [^;]*;/g, ''),
  ).not.toContain('typebox');
});
