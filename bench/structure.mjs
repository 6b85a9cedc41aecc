/**
 * The claim: `chooseK` calls at most 5 % of tables without groups structured, misses at most 5 % of tables with groups,
 * calls at least 90 % of the well separated ones clear, and finds the right k of 92 %: more than any index alone.
 *
 *     node bench/structure.mjs [--smoke] [--json] [--seeds=1-5] [--rows=600] [--kind=noise]
 *
 * The tables are drawn by `structure/tables.mjs`. Beside `chooseK` stand the gap statistic, Hopkins' statistic, the dip
 * test (of the main direction) and Gaussian mixtures by BIC, each with the usual rule of its own.
 */
import { parseArgs } from 'node:util';
import { chooseK } from '../dist/evaluate/chooseK/chooseK.js';
import { peers } from './structure/peers.mjs';
import { PLANTED, STRUCTURELESS, table } from './structure/tables.mjs';

const { values: options } = parseArgs({
  options: {
    smoke: { type: 'boolean' },
    json: { type: 'boolean' },
    seeds: { type: 'string', default: '1-5' },
    rows: { type: 'string', default: '600' },
    kind: { type: 'string', default: '' },
    alone: { type: 'boolean' },
  },
});
const [first, last] = options.smoke ? [2, 2] : options.seeds.split('-').map(Number);
const rows = options.smoke ? 120 : Number(options.rows);
const kinds = [...Object.keys(STRUCTURELESS), ...Object.keys(PLANTED)].filter((kind) =>
  kind.includes(options.kind),
);
const shown = options.smoke ? kinds.filter((_, at) => at % 6 === 0) : kinds;

const results = [];
for (const kind of shown) {
  for (let seed = first; seed <= last; seed++) {
    const { X, k, separated, columnGroups, noise } = table(kind, seed, { rows });
    const quick = options.smoke
      ? { references: 4, resamples: 4, kMax: 5 }
      : { kMax: 8, references: 12, resamples: 12 };
    const { recommendation, structure, preferredBy } = chooseK(X, { columnGroups, seed, ...quick });
    const named = [...(structure.noiseColumns ?? [])].join() === noise.join();
    results.push({
      kind,
      seed,
      rows: X.length,
      columns: X[0].length,
      k,
      separated,
      verdict: structure.verdict,
      found: recommendation.k,
      named,
      preferredBy,
      peers: options.alone ? {} : peers(X, seed),
    });
  }
  const own = results.filter((result) => result.kind === kind);
  if (!options.json) console.log(lineOf(kind, own));
}
if (options.json) console.log(JSON.stringify(results));
else console.log(`\n${summaryOf(results)}`);

function lineOf(kind, own) {
  const count = (which) => own.filter(which).length;
  const planted = own[0].k > 1;
  const verdicts = ['clear', 'weak', 'none'].map(
    (verdict) => `${verdict} ${count((r) => r.verdict === verdict)}`,
  );
  const right = planted ? `, k right ${count((r) => r.found === r.k)}` : '';
  const named = own[0].kind.includes('noise') ? `, noise named ${count((r) => r.named)}` : '';
  return `${kind.padEnd(28)} ${verdicts.join(', ')}${right}${named} of ${own.length}`;
}

function summaryOf(all) {
  const clouds = all.filter(({ k }) => k === 1);
  const planted = all.filter(({ k }) => k > 1);
  const separated = planted.filter(({ separated }) => separated);
  const share = (part, whole) => `${part.length} of ${whole.length}`;
  const lines = [
    `chooseK: false alarms ${share(
      clouds.filter((r) => r.verdict !== 'none'),
      clouds,
    )}, ` +
      `missed ${share(
        planted.filter((r) => r.verdict === 'none'),
        planted,
      )}, ` +
      `clear where separated ${share(
        separated.filter((r) => r.verdict === 'clear'),
        separated,
      )}, ` +
      `k right ${share(
        planted.filter((r) => r.found === r.k),
        planted,
      )}`,
    ...Object.keys(all[0]?.preferredBy ?? {}).map(
      (index) =>
        `${index} alone: k right ${share(
          planted.filter((r) => r.preferredBy[index] === r.k),
          planted,
        )}`,
    ),
    ...Object.keys(all[0]?.peers ?? {}).map((peer) => {
      const says = (r) => r.peers[peer];
      const k = planted.some((r) => says(r).k !== undefined)
        ? `, k right ${share(
            planted.filter((r) => says(r).k === r.k),
            planted,
          )}`
        : '';
      return (
        `${peer}: false alarms ${share(
          clouds.filter((r) => says(r).groups),
          clouds,
        )}, ` +
        `missed ${share(
          planted.filter((r) => !says(r).groups),
          planted,
        )}${k}`
      );
    }),
  ];
  return lines.join('\n');
}
