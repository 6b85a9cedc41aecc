import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The notebook kernel reads our declarations with its own, older TypeScript: they must make sense to that one too. */

const ROOT = join(__dirname, '../..');
const OURS = require.resolve('typescript/bin/tsc');
/** Found from tslab, as tslab finds it. */
const KERNELS = join(
  dirname(require.resolve('@tslab/typescript-for-tslab/package.json', { paths: [require.resolve('tslab')] })),
  'bin/tsc',
);

/** The settings of tslab's converter.js; but for skipLibCheck, since our declarations are what is judged. */
const AS_TSLAB =
  '--module esnext --moduleResolution node10 --esModuleInterop --target es2022 --lib es2022 --declaration --noEmit ' +
  '--experimentalDecorators --resolveJsonModule --jsx react --allowJs --checkJs --pretty false';

const RIGHT = `import { Matrix, KMeans, PCA, StandardScaler, chooseK, columnOf, loadDataset, profileSegments, show,
  silhouette, toNumericMatrix, type SegmentProfile } from './types';
import { elbowPlot, type Figure } from './types/plot';
const { frame } = loadDataset('marketing-campaign');
const X = toNumericMatrix(frame, ['Income', 'Recency']);
const Z: Matrix = new PCA({ nComponents: 2 }).fit(new StandardScaler().fit(X).transform(X)).transform(X);
const model = new KMeans({ nClusters: 4, seed: 42 }).fit(Z);
const inertia: number = model.inertia;
const labels: Int32Array = model.labels;
const mean: number = silhouette(Z, labels).mean;
const profiles: SegmentProfile[] = profileSegments(frame, labels, { columns: ['Income'] });
const figure: Figure = elbowPlot(chooseK(Z, { kMax: 8 }).table, { chosen: 4 });
const incomes = columnOf(frame, 'Income').map((income) => Number(income) + inertia + mean);
show(figure, frame);
show(...profiles.map(({ name }) => ({ caption: name, columns: [], rows: [incomes] })));
`;

/** What a cell says, and what the kernel must say to it. */
const WRONG: [cell: string, error: RegExp][] = [
  [`new KMeans({ nCluster: 3 })`, /'nCluster' does not exist.*'nClusters'\?/],
  [`new KMeans({ nClusters: 'three' })`, /'string' is not assignable to type 'number'/],
  [`new KMeans({ init: 'random' })`, /"random"' is not assignable/],
  [`new KMeans().fit('customers.csv')`, /'string' is not assignable to parameter of type 'MatrixLike'/],
  [`new KMeans().fit([[1], [2]]).label`, /'label' does not exist.*'labels'\?/],
  [`new PCA({ components: 2 })`, /'components' does not exist/],
  [`new AgglomerativeClustering({ linkage: 'wards' })`, /'"wards"' is not assignable/],
  [`chooseK([[1], [2]], { maxK: 3 })`, /'maxK' does not exist/],
  [`chooseK([[1], [2]]).recommendation.k.toUpperCase()`, /'toUpperCase' does not exist on type 'number'/],
  [`loadDataset('marketing')`, /'"marketing"' is not assignable/],
  [`const n: number = loadDataset('mall-customers').frame.columns`, /'string\[\]' is not assignable/],
  [`show(42)`, /'number' is not assignable/],
  [`elbowPlot([]).layuot`, /'layuot' does not exist.*'layout'\?/],
  [`(elbowPlot([]).layout.title as { text: string }).txt`, /'txt' does not exist/],
];

const NAMES = 'KMeans, PCA, AgglomerativeClustering, chooseK, loadDataset, show';

let folder: string;
let errors: string[];

beforeAll(() => {
  // Within the project, so that the declarations find the packages they name.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  folder = mkdtempSync(join(ROOT, '.cache', 'kernel-types-'));
  // What they say is judged below; whether the sources are right is the build's to say.
  tsc(OURS, ['-p', ROOT, '--emitDeclarationOnly', '--noCheck', '--outDir', join(folder, 'types')]);
  writeFileSync(join(folder, 'right.ts'), RIGHT);
  WRONG.forEach(([cell], i) => {
    writeFileSync(
      join(folder, `wrong${i}.ts`),
      `import { ${NAMES} } from './types';\nimport { elbowPlot } from './types/plot';\n${cell};\n`,
    );
  });
  const cells = ['right', ...WRONG.keys()].map((i) =>
    join(folder, i === 'right' ? 'right.ts' : `wrong${i}.ts`),
  );
  errors = tsc(KERNELS, [...AS_TSLAB.split(' '), ...cells]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The compiler's errors, with paths relative to the folder of the cells. */
function tsc(compiler: string, options: string[]): string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [compiler, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (stderr !== '' || status === null) throw new Error(`${compiler} did not run: ${stderr}`);
  return stdout.split(/\n(?=\S)/).filter((text) => / TS\d+: /.test(text)); // reasons stand indented below
}

test('it is the older TypeScript that reads them', () => {
  const { stdout } = spawnSync(process.execPath, [KERNELS, '--version'], { encoding: 'utf8' });
  expect(stdout).toBe('Version 5.0.4\n');
});

test('it has no complaint about any of our declarations', () => {
  expect(errors.filter((error) => /^(types\b|error)/.test(error))).toEqual([]);
});

test('it has no complaint about cells that are right', () => {
  expect(errors.filter((error) => error.startsWith('right'))).toEqual([]);
});

test.each(WRONG.map(([cell, error], i) => [cell, error, i] as const))('it refuses %s', (_, error, i) => {
  const said = errors.filter((line) => line.startsWith(`wrong${i}.ts`));
  expect(said).toEqual([expect.stringMatching(error)]);
});
