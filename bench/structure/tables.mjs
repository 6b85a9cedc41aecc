/**
 * Tables whose right answer is known, seeded: some without groups (one cloud, of whatever shape), some with planted
 * ones. All columns are standardized at the end, as `chooseK` wants them.
 */
import { Random } from '../../dist/core/random.js';

/** Rows of the tables, in turn. */
const SIZES = [100, 150, 250, 400, 600, 1000, 2000];

/**
 * @param rows caps the sizes, for quick runs.
 * @returns `{ kind, seed, X, k, separated, columnGroups }`: k is 1 where there are no groups; `separated` where the best
 * possible rule puts at most 0.5 % of the rows into the wrong group.
 */
export function table(kind, seed, { rows = 2000 } = {}) {
  const random = new Random(seed * 7919 + kindNumber(kind));
  const n = Math.min(rows, SIZES[seed % SIZES.length]);
  const made = (STRUCTURELESS[kind] ?? PLANTED[kind])(random, n);
  const { X, k = 1, separated = false, columnGroups = [], noise = [] } = made;
  return { kind, seed, X: standardized(X), k, separated, columnGroups, noise };
}

const kindNumber = (kind) =>
  Array.from(kind).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e6, 7);
const between = (random, low, high) => low + (high - low) * random.uniform();
const whole = (random, low, high) => low + random.integer(high - low + 1);
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const beside = (...tables) => tables[0].map((_, i) => tables.flatMap((rows) => rows[i]));

/** Correlated normal values: n × d, with a random loading matrix. */
function correlated(random, n, d, factors = Math.max(1, Math.ceil(d / 2))) {
  const loadings = times(d, () => times(factors, () => random.normal()));
  return times(n, () => {
    const common = times(factors, () => random.normal());
    return loadings.map(
      (loading) => loading.reduce((sum, l, f) => sum + l * common[f], 0) + 0.7 * random.normal(),
    );
  });
}

/** Items of one factor, in `levels` steps. */
function likert(random, n, d, levels) {
  const items = times(d, () => ({ loading: between(random, 0.5, 0.85), shift: between(random, -0.6, 0.6) }));
  return times(n, () => {
    const factor = random.normal();
    return items.map(({ loading, shift }) => {
      const answer = loading * factor + Math.sqrt(1 - loading ** 2) * random.normal() + shift;
      return Math.max(1, Math.min(levels, Math.round((levels + 1) / 2 + (answer * levels) / 5)));
    });
  });
}

function poisson(random, rate) {
  let count = 0;
  for (let product = random.uniform(); product > Math.exp(-rate); product *= random.uniform()) count++;
  return count;
}

const t = (random, df) => {
  let chi = 0;
  for (let i = 0; i < df; i++) chi += random.normal() ** 2;
  return random.normal() / Math.sqrt(chi / df);
};

function oneHot(random, n, levels) {
  const weights = times(levels, () => between(random, 0.5, 1.5));
  const total = weights.reduce((a, b) => a + b);
  return times(n, () => {
    let at = 0;
    for (let u = random.uniform() * total; at < levels - 1 && u > weights[at]; at++) u -= weights[at];
    return times(levels, (level) => Number(level === at));
  });
}

/** One cloud each, of many shapes. */
export const STRUCTURELESS = {
  'correlated normal': (random, n) => ({ X: correlated(random, n, whole(random, 2, 12)) }),
  'normal and a 0/1 column': (random, n) => {
    const share = between(random, 0.2, 0.8);
    const yesNo = times(n, () => [Number(random.uniform() < share)]);
    return { X: beside(correlated(random, n, whole(random, 2, 8)), yesNo) };
  },
  'normal and a count 0–3': (random, n) => ({
    X: beside(
      correlated(random, n, whole(random, 2, 8)),
      times(n, () => [Math.min(3, poisson(random, 1))]),
    ),
  }),
  'Likert items of one factor': (random, n) => ({ X: likert(random, n, whole(random, 4, 10), 5) }),
  'log-normal': (random, n) => {
    const [d, spread] = [whole(random, 2, 8), between(random, 0.5, 1)];
    const cloud =
      random.uniform() < 0.5 ? correlated(random, n, d) : times(n, () => times(d, () => random.normal()));
    return { X: standardized(cloud).map((row) => row.map((value) => Math.exp(spread * value))) };
  },
  exponential: (random, n) => {
    const d = whole(random, 2, 8);
    return { X: times(n, () => times(d, () => -Math.log(1 - random.uniform()))) };
  },
  'zero-inflated': (random, n) => {
    const [d, zeros] = [whole(random, 2, 7), between(random, 0.3, 0.7)];
    return {
      X: times(n, () =>
        times(d, (j) => (j % 2 === 0 && random.uniform() < zeros ? 0 : Math.exp(0.6 * random.normal()))),
      ),
    };
  },
  'L-shape': (random, n) => {
    const width = between(random, 0.1, 0.3);
    return {
      X: times(n, () => {
        const [along, across] = [random.uniform(), width * random.uniform()];
        return random.uniform() < 0.5 ? [along, across] : [across, along];
      }),
    };
  },
  'half-moon': (random, n) => {
    const width = between(random, 0.05, 0.2);
    return {
      X: times(n, () => {
        const [angle, radius] = [Math.PI * random.uniform(), 1 + width * random.normal()];
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      }),
    };
  },
  uniform: (random, n) => {
    const d = whole(random, 2, 12);
    return { X: times(n, () => times(d, () => random.uniform())) };
  },
  'heavy tails (t3)': (random, n) => {
    const [d, joint] = [whole(random, 2, 8), random.uniform() < 0.5];
    return {
      X: times(n, () => {
        const common = Math.sqrt(3 / (random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2));
        return times(d, () => (joint ? common * random.normal() : t(random, 3)));
      }),
    };
  },
  mixed: (random, n) => {
    const cloud = standardized(correlated(random, n, 6, 2));
    return {
      X: cloud.map(([a, b, c, d, e, f]) => [
        a,
        Math.exp(0.7 * b),
        c,
        Number(d > 0.3),
        Math.max(0, Math.min(4, Math.round(2 + e))),
        Math.floor(Math.exp(0.5 * f)),
      ]),
    };
  },
  ordinal: (random, n) => {
    const [d, levels] = [whole(random, 2, 8), whole(random, 3, 7)];
    return {
      X: times(n, () =>
        times(d, () =>
          Math.max(1, Math.min(levels, Math.round((levels + 1) / 2 + (levels / 5) * random.normal()))),
        ),
      ),
    };
  },
  'one-hot': (random, n) => {
    const [d, levels] = [whole(random, 2, 6), whole(random, 3, 5)];
    return {
      X: beside(correlated(random, n, d), oneHot(random, n, levels)),
      columnGroups: [times(levels, (l) => d + l)],
    };
  },
  triangle: (random, n) => ({
    X: times(n, () => {
      const [a, b] = [random.uniform(), random.uniform()];
      return a + b > 1 ? [1 - a, 1 - b] : [a, b];
    }),
  }),
  banana: (random, n) => {
    const bend = between(random, 0.5, 1.5);
    return {
      X: times(n, () => {
        const x = random.normal();
        return [x, bend * x * x + 0.5 * random.normal(), random.normal()].slice(0, n % 2 ? 2 : 3);
      }),
    };
  },
  'shop counts': (random, n) => ({
    X: times(n, () => {
      const rate = -Math.log(1 - random.uniform()) * 3 + 0.5;
      const orders = 1 + poisson(random, rate);
      return [
        orders,
        orders * Math.exp(3 + 0.5 * random.normal()),
        365 * random.uniform(),
        18 + 60 * random.uniform() ** 1.3,
      ];
    }),
  }),
  'two factors, seven levels': (random, n) => ({
    X: beside(likert(random, n, 4, 7), likert(random, n, 4, 7)),
  }),
  wedge: (random, n) => ({
    X: times(n, () => {
      const x = random.uniform();
      return [x, x * random.normal(), random.normal()];
    }),
  }),
  'disc and clipped': (random, n) => ({
    X: times(n, () => {
      const [angle, radius] = [2 * Math.PI * random.uniform(), Math.sqrt(random.uniform())];
      return [radius * Math.cos(angle), radius * Math.sin(angle), Math.min(1, random.normal())];
    }),
  }),
  'gender and height': (random, n) => ({
    X: times(n, () => {
      const man = Number(random.uniform() < 0.5);
      return [man, 166 + 8 * man + 7 * random.normal(), 45 + 12 * random.normal(), 40 + 15 * random.normal()];
    }),
  }),
};

/** Centers at least `apart` from each other, the nearest exactly so far. */
function centers(random, k, d, apart) {
  const drawn = times(k, () => times(d, () => random.normal()));
  let least = Infinity;
  for (let a = 0; a < k; a++)
    for (let b = 0; b < a; b++)
      least = Math.min(least, Math.hypot(...drawn[a].map((x, j) => x - drawn[b][j])));
  const mean = drawn[0].map((_, j) => drawn.reduce((sum, c) => sum + c[j], 0) / k);
  return least < 0.4 * Math.sqrt(d)
    ? centers(random, k, d, apart)
    : drawn.map((c) => c.map((x, j) => ((x - mean[j]) * apart) / least));
}

/** Rows of each group, as the shares say; then a row of each by `make`. */
function grouped(random, n, shares, make) {
  const total = shares.reduce((a, b) => a + b);
  const groups = shares.flatMap((share, g) => times(Math.max(5, Math.round((n * share) / total)), () => g));
  return random.shuffle(groups).map((g) => make(g));
}

const equal = (k) => times(k, () => 1);
const round = (random, at) => (g) => at[g].map((x) => x + random.normal());

function blobs(
  random,
  n,
  apart,
  { k = whole(random, 2, 6), d = whole(random, 2, 8), shares = equal(k) } = {},
) {
  return { X: grouped(random, n, shares, round(random, centers(random, k, d, apart))), k, d };
}

function withColumns({ X, k, d }, column, count) {
  return {
    X: X.map((row) => [...row, ...times(count, (j) => column(j))]),
    k,
    noise: times(count, (j) => d + j),
  };
}

/** Planted groups of many kinds. */
export const PLANTED = {
  separated: (random, n) => ({ ...blobs(random, n, between(random, 5.6, 8)), separated: true }),
  overlapping: (random, n) =>
    blobs(random, n, between(random, 3.4, 4.2), { k: whole(random, 2, 5), d: whole(random, 2, 5) }),
  'noise columns': (random, n) => ({
    ...withColumns(
      blobs(random, n, between(random, 6, 8), { k: whole(random, 2, 5), d: whole(random, 2, 4) }),
      () => random.normal(),
      whole(random, 2, 7),
    ),
    separated: true,
  }),
  '0/1 noise columns': (random, n) => ({
    ...withColumns(
      blobs(random, n, between(random, 6, 8), { k: whole(random, 2, 5), d: whole(random, 2, 4) }),
      () => Number(random.uniform() < 0.5),
      whole(random, 1, 4),
    ),
    separated: true,
  }),
  outliers: (random, n) => {
    const { X, k } = blobs(random, n, between(random, 6, 8), {
      k: whole(random, 2, 5),
      d: whole(random, 2, 5),
    });
    return {
      X: X.map((row) => (random.uniform() < 0.03 ? row.map(() => 14 * random.normal()) : row)),
      k,
      separated: true,
    };
  },
  'unequal sizes': (random, n) => {
    const k = whole(random, 2, 5);
    return {
      ...blobs(random, Math.max(n, 150), between(random, 6, 8), {
        k,
        d: whole(random, 2, 6),
        shares: times(k, (g) => 2 ** -g),
      }),
      separated: true,
    };
  },
  'latent classes': (random, n) => {
    const [k, d] = [whole(random, 2, 4), whole(random, 10, 14)];
    const yes = times(k, () => times(d, () => (random.uniform() < 0.5 ? 0.1 : 0.9)));
    return { X: grouped(random, n, equal(k), (g) => yes[g].map((p) => Number(random.uniform() < p))), k };
  },
  anisotropic: (random, n) => {
    const [k, d] = [whole(random, 2, 4), whole(random, 2, 4)];
    const at = centers(random, k, d, between(random, 8, 10));
    const turns = times(k, () => times(d, () => times(d, () => 0.55 * random.normal())));
    return {
      X: grouped(random, n, equal(k), (g) => {
        const z = times(d, () => random.normal());
        return at[g].map((x, j) => x + 0.6 * z[j] + turns[g][j].reduce((sum, w, i) => sum + w * z[i], 0));
      }),
      k,
    };
  },
  'unequal spreads': (random, n) => {
    const [k, d] = [whole(random, 2, 4), whole(random, 2, 5)];
    const at = centers(random, k, d, 9);
    const spread = times(k, () => between(random, 0.5, 1.5));
    return {
      X: grouped(random, n, equal(k), (g) => at[g].map((x) => x + spread[g] * random.normal())),
      k,
      separated: true,
    };
  },
  'numbers and a category': (random, n) => {
    const k = whole(random, 2, 4);
    const at = centers(random, k, 2, between(random, 4, 5));
    return {
      X: grouped(random, n, equal(k), (g) => {
        const level = random.uniform() < 0.85 ? g : random.integer(k);
        return [...at[g].map((x) => x + random.normal()), ...times(k, (l) => Number(l === level))];
      }),
      k,
      columnGroups: k > 2 ? [times(k, (l) => 2 + l)] : [],
    };
  },
  'heavy-tailed groups': (random, n) => {
    const [k, d] = [whole(random, 2, 4), whole(random, 2, 5)];
    const at = centers(random, k, d, between(random, 7, 9));
    return { X: grouped(random, n, equal(k), (g) => at[g].map((x) => x + t(random, 5))), k };
  },
  'skewed groups': (random, n) => {
    const [k, d] = [whole(random, 2, 4), whole(random, 2, 5)];
    const at = centers(random, k, d, between(random, 7, 9));
    return {
      X: grouped(random, n, equal(k), (g) => at[g].map((x) => x - Math.log(1 - random.uniform()))),
      k,
    };
  },
  boxes: (random, n) => {
    const [k, d] = [whole(random, 3, 6), whole(random, 2, 4)];
    const at = centers(random, k, d, 5.5);
    return {
      X: grouped(random, n, equal(k), (g) => at[g].map((x) => x + 3.2 * (random.uniform() - 0.5))),
      k,
      separated: true,
    };
  },
  'correlated noise columns': (random, n) => {
    const { X, k, d } = blobs(random, n, between(random, 6, 8), { k: whole(random, 2, 4), d: 3 });
    const noise = correlated(random, X.length, 4, 1);
    return { X: beside(X, noise), k, separated: true, noise: times(4, (j) => d + j) };
  },
  'a grid of groups': (random, n) => {
    const [across, down] = [2, whole(random, 2, 3)];
    const at = times(across * down, (g) => [6 * (g % across), 6 * Math.floor(g / across)]);
    return { X: grouped(random, n, equal(at.length), round(random, at)), k: at.length, separated: true };
  },
  'skewed noise columns': (random, n) => ({
    ...withColumns(
      blobs(random, n, between(random, 6, 8), { k: whole(random, 2, 4), d: 3 }),
      () => Math.exp(0.8 * random.normal()),
      whole(random, 1, 4),
    ),
    separated: true,
  }),
};

/** Mean 0 and standard deviation 1; constant columns become 0. */
export function standardized(rows) {
  const n = rows.length;
  const facts = rows[0].map((_, j) => {
    const mean = rows.reduce((sum, row) => sum + row[j], 0) / n;
    const spread = Math.sqrt(rows.reduce((sum, row) => sum + (row[j] - mean) ** 2, 0) / n);
    return { mean, spread: spread || 1 };
  });
  return rows.map((row) => row.map((value, j) => (value - facts[j].mean) / facts[j].spread));
}
