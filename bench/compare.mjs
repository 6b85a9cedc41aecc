/**
 * The claim: on the classic toy sets, what `compareClusterings` recommends agrees with the truth nearly as well as the
 * best candidate there (adjusted Rand index, at least 95 % of the best on average), and nothing is recommended where there
 * is no structure.
 *
 *     node bench/compare.mjs [--smoke] [--json] [FILE]
 *
 * The sets are those of test/reference/scikit_learn.json (`npm run reference` draws them), or of a FILE of the same form:
 * a list of `{ name, seed, X, labels }`. Candidates that must be told are told the true number of groups.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  AgglomerativeClustering,
  adjustedRand,
  compareClusterings,
  DBSCAN,
  GaussianMixture,
  HDBSCAN,
  KMeans,
  kDistances,
} from '../dist/index.js';

const { values: options, positionals } = parseArgs({
  options: { smoke: { type: 'boolean' }, json: { type: 'boolean' } },
  allowPositionals: true,
});
const STORED = new URL('../test/reference/scikit_learn.json', import.meta.url);
const { toySets } = positionals[0] ? { toySets: read(positionals[0]) } : read(STORED);
const sets = options.smoke ? toySets.filter(({ seed }) => seed === 1) : toySets;
const plan = options.smoke ? { references: 5, resamples: 5 } : {};

const results = sets.map((set) => {
  const result = judge(set);
  if (!options.json) console.log(lineOf(result));
  return result;
});
const grouped = results.filter(({ groups }) => groups > 1);
const ratio = mean(grouped.map(({ own }) => own)) / mean(grouped.map(({ best }) => best));
const clouds = results.filter(({ groups }) => groups === 1);
const left = clouds.filter(({ recommended }) => recommended === null).length;
if (options.json) console.log(JSON.stringify({ results, ratio }));
else
  console.log(
    `\nRecommended: ${ratio.toFixed(3)} of the best, over ${grouped.length} sets with groups; none in ${left} of ${clouds.length} without structure.`,
  );
if (ratio < 0.95 || left < clouds.length) process.exitCode = 1;

function judge({ name, seed, X, labels }) {
  const groups = new Set(labels.filter((label) => label >= 0)).size;
  const clusterers = candidates(X, groups === 1 ? 3 : groups);
  const found = Object.fromEntries(
    Object.entries(clusterers).map(([key, clusterer]) => [key, clusterer.fit(X).labels]),
  );
  const { recommended } = compareClusterings(X, found, { clusterers, ...plan });
  const agreement = Object.fromEntries(
    Object.entries(found).map(([key, own]) => [key, groups === 1 ? 0 : adjustedRand(labels, own)]),
  );
  const own = recommended === null ? 0 : agreement[recommended];
  return {
    name,
    seed,
    rows: X.length,
    groups,
    recommended,
    own,
    best: Math.max(...Object.values(agreement)),
    agreement,
  };
}

function candidates(X, nClusters) {
  return {
    'k-means': new KMeans({ nClusters }),
    Ward: new AgglomerativeClustering({ nClusters }),
    'single linkage': new AgglomerativeClustering({ nClusters, linkage: 'single' }),
    mixture: new GaussianMixture({ nClusters }),
    DBSCAN: new DBSCAN({ eps: kDistances(X, { minSamples: 5 }).suggestedEps, minSamples: 5 }),
    HDBSCAN: new HDBSCAN({ minClusterSize: Math.max(5, Math.round(0.02 * X.length)), minSamples: 5 }),
  };
}

function lineOf({ name, seed, recommended, own, agreement }) {
  const all = Object.entries(agreement).map(([key, value]) => `${key} ${value.toFixed(2)}`);
  return `${name.padEnd(25)} ${seed}  ${(recommended ?? 'none').padEnd(15)} ${own.toFixed(2)}  of ${all.join(', ')}`;
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
