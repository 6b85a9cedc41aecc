import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import ts from 'typescript';
import { sampleFrame } from '../datasets/catalog/datasetFiles';
import * as library from '../support/library';
import { ENTRIES } from '../support/library';

/**
 * Every function and class of the package has an `@example`, every example runs, and the values it shows are right.
 *
 * How examples are written. All that follows `@example` is code, so it stands last in its docstring. In scope are
 * the exports of the package and what `makeFixtures` returns; everything else the example makes itself. A comment
 * after a statement that begins with a digit, a sign, a quote, a bracket or `Float64Array [` is the value of the
 * statement (of the variable, where it declares one) and is compared, numbers rounded to the decimals shown:
 * `// 0.867`, `// 'clear'`, `// [[0, 1], [2, 3]]`. Words may follow such a value after `: `, `; `, `, ` or ` (`; within
 * one, `…` stands for anything, or for all the rest. A comment that begins with a letter is for the reader only.
 */

/** Examples may await. */
const AsyncFunction = (async () => {}).constructor as typeof Function;
const fixtures = makeFixtures();
const scope: Record<string, unknown> = { ...library, ...fixtures };
const files = sourceFiles(resolve(__dirname, '../../src'));
const exported = exportedNames();
const documented = files.flatMap(documentedIn).filter(({ owner }) => exported.has(owner));
const folder = mkdtempSync(join(tmpdir(), 'examples-'));
const home = process.cwd();

beforeAll(() => {
  writeFileSync(join(folder, 'customers.csv'), 'id,size,income\n00123,2,42000\n00124,4,\n');
  writeFileSync(
    join(folder, 'purchases.csv'),
    'customer,country,date,amount\nann,Malta,2024-02-02,15.1\nbob,Italy,2024-02-02,20.5\n,Italy,2024-02-09,7\nbob,Italy,2024-03-20,25\n',
  );
  process.chdir(folder);
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
});

afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test('every function and class of the package has an example', () => {
  const callable = Object.entries(library).filter(([, value]) => typeof value === 'function');
  const without = callable
    .map(([name]) => name)
    .filter((name) => !documented.some(({ owner }) => owner === name));
  expect(without).toEqual([]);
});

test('values shown are told from words', () => {
  expect(shown('0.867')).toBe('0.867');
  expect(shown('−1.6: two deviations')).toBe('-1.6');
  expect(shown("'clear', not 'none'")).toBe("'clear'");
  expect(shown('Int32Array [1]')).toBe('[1]');
  expect(shown('n × 2')).toBeUndefined();
  expect(() => shown('3 × 2')).toThrow('neither a value nor words');
  expect(() => check(0.86, '0.867')).toThrow();
  expect(() => check(4.6, '5')).toThrow();
  expect(() => check([1, 2], '[1]')).toThrow();
  check([{ a: 1, b: 2 }, 3], '[{ a: 1, … }, …]');
  check(0.8666, '0.867');
});

test.each(documented.map(({ owner, where, code }, i) => [`${owner} (${where}, ${i})`, code]))(
  '%s',
  async (_, code) => {
    await run(code);
  },
);

/** What examples may assume; the names say what they are. */
function makeFixtures() {
  const random = new library.Random(1);
  const corners = [
    [0, 0],
    [8, 0],
    [0, 8],
    [8, 8],
  ];
  /** 200 customers around four far points, two scaled columns. */
  const X = library.Matrix.fromRows(
    Array.from({ length: 200 }, (_, i) => corners[i % 4].map((middle) => random.normal(middle))),
    ['Income', 'Spending'],
  );
  /** The four groups, length 200. */
  const { labels } = new library.KMeans({ nClusters: 4 }).fit(X);
  /** The package's sample of 'marketing-campaign' as read, and cleaned with the features of a customer. */
  const frame = sampleFrame('marketing-campaign');
  const dated = library.parseDates(library.dropMissing(frame).data, 'Dt_Customer', { format: 'dd-MM-yyyy' });
  const customers = library.campaignFeatures(dated.data).data;
  /** Three segments of these customers, by what they earn and spend, described. */
  const scaled = new library.StandardScaler().fit(
    library.toNumericMatrix(customers, ['Income', 'Total_Spending']),
  );
  const Z = scaled.transform(library.toNumericMatrix(customers, ['Income', 'Total_Spending']));
  const segments = new library.KMeans({ nClusters: 3 }).fit(Z).labels;
  const profiles = library.profileSegments(customers, segments);
  return { X, frame, customers, labels, profiles };
}

async function run(code: string): Promise<void> {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  let text = '';
  for (const [i, statement] of source.statements.entries()) {
    const next = source.statements[i + 1]?.getStart() ?? code.length;
    const expected = shown(commentIn(code.slice(statement.end, next)));
    text +=
      expected === undefined ? `${statement.getText()}\n` : checked(statement, JSON.stringify(expected));
  }
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(`{\n${text}}`, { compilerOptions: options });
  await new AsyncFunction(...Object.keys(scope), '__check', outputText)(...Object.values(scope), check);
}

/** The statement, and the comparison of its value with what the comment shows. */
function checked(statement: ts.Statement, expected: string): string {
  if (ts.isExpressionStatement(statement))
    return `__check(${statement.expression.getText()}, ${expected});\n`;
  if (!ts.isVariableStatement(statement)) throw new Error(`no value to compare: ${statement.getText()}`);
  const { name } = statement.declarationList.declarations[0];
  if (!ts.isIdentifier(name)) throw new Error(`several values to compare: ${statement.getText()}`);
  return `${statement.getText()}\n__check(${name.text}, ${expected});\n`;
}

function commentIn(between: string): string {
  return Array.from(between.matchAll(/\/\/ ?(.*)/g), ([, words]) => words)
    .join(' ')
    .trim();
}

/** The value at the beginning of a comment, as code; undefined where it begins with words. */
function shown(comment: string): string | undefined {
  const text = comment.replaceAll('−', '-').replace(/^(Float64|Float32|Int32)Array (?=\[)/, '');
  const literal = /^(true|false|null|NaN|-?\d+(?:\.\d+)?|'[^']*'|\[.*\]|\{.*\})(?=$|[:;,] | \()/.exec(text);
  if (literal) return literal[1];
  if (comment !== '' && !/^\p{L}/u.test(text)) throw new Error(`neither a value nor words: ${comment}`);
  return undefined;
}

function check(actual: unknown, expected: string): void {
  const rest = Symbol('…');
  const code = expected.replaceAll('…', 'REST');
  const value: unknown = new Function('REST', `return (${code});`)(rest);
  if (!alike(actual, value, rest)) {
    throw new Error(`the example shows ${expected}; it is ${inspect(actual, { maxArrayLength: 20 })}`);
  }
}

function alike(actual: unknown, shown: unknown, rest: symbol): boolean {
  if (shown === rest) return true;
  if (typeof shown === 'number' && typeof actual === 'number') return equalAsShown(actual, shown);
  if (Array.isArray(shown)) {
    const open = shown[shown.length - 1] === rest;
    const values = Array.from(actual as ArrayLike<unknown>);
    const known = open ? shown.slice(0, -1) : shown;
    return (
      (open || values.length === known.length) && known.every((value, i) => alike(values[i], value, rest))
    );
  }
  if (typeof shown !== 'object' || shown === null) return Object.is(actual, shown);
  const { REST, ...known } = shown as Record<string, unknown>;
  const same = REST === rest || Object.keys(actual as object).length === Object.keys(known).length;
  return same && Object.entries(known).every(([key, value]) => alike((actual as never)[key], value, rest));
}

function equalAsShown(actual: number, shown: number): boolean {
  if (Number.isNaN(shown)) return Number.isNaN(actual);
  const decimals = String(shown).split('.')[1]?.length ?? 0;
  const within = decimals === 0 ? 1e-9 : 0.5 * 10 ** -decimals + 1e-12;
  return Math.abs(actual - shown) <= within;
}

interface Example {
  owner: string;
  where: string;
  code: string;
}

function documentedIn(path: string): Example[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) => {
    const owner = nameOf(statement);
    const members = ts.isClassDeclaration(statement) ? [...statement.members] : [];
    return [statement, ...members].flatMap((node) =>
      examplesOf(node).map((code) => ({ owner, where: path.slice(path.lastIndexOf('src')), code })),
    );
  });
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0].name.getText();
  return (statement as ts.Statement & { name?: ts.Identifier }).name?.text ?? '';
}

function examplesOf(node: ts.Node): string[] {
  const tags = ts.getJSDocTags(node).filter((tag) => tag.tagName.text === 'example');
  return tags.map((tag) => {
    const lines = tag.getText().split('\n').slice(1);
    return lines
      .map((line) => line.replace(/^\s*\*(?!\/) ?/, ''))
      .join('\n')
      .trim();
  });
}

/** The names that src/index.ts exports, types included. */
function exportedNames(): Set<string> {
  return new Set(Object.values(ENTRIES).flatMap(exportedFrom));
}

function exportedFrom(entry: string): string[] {
  const path = resolve(__dirname, `../../src/${entry}.ts`);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const clauses = source.statements.filter(ts.isExportDeclaration).map((statement) => statement.exportClause);
  return clauses.flatMap((clause) =>
    clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [],
  );
}

function sourceFiles(directory: string): string[] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(directory, name));
}
