/** Draws from common distributions, on top of the library's seeded `Random`. */

/** `value`, no less than `low` and no more than `high`. */
export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/** True with the given probability. */
export const chance = (random, probability) => random.uniform() < probability;

/** An integer from `low` to `high`, both included, all equally likely. */
export const between = (random, low, high) => low + random.integer(high - low + 1);

/** A positive number whose logarithm is normal around 0 with the given spread. */
export const lognormal = (random, spread) => Math.exp(random.normal(0, spread));

/** One of the keys of `weights`, by weight. */
export function choose(random, weights) {
  const entries = Object.entries(weights);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.uniform() * total;
  const found = entries.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  return (found ?? entries[entries.length - 1])[0];
}

/** A Poisson variate, by multiplying uniforms (Knuth 1969); for means up to some hundreds. */
export function poisson(random, mean) {
  const limit = Math.exp(-mean);
  let product = random.uniform();
  let count = 0;
  while (product > limit) {
    product *= random.uniform();
    count++;
  }
  return count;
}

/** 1 with a probability given by its log-odds, else 0. */
export const logit = (random, logOdds) => Number(chance(random, 1 / (1 + Math.exp(-logOdds))));

/** `total` split at random: shares are proportional to `weights` times a lognormal with the given spreads. */
export function split(random, total, weights, spreads) {
  const drawn = weights.map((weight, j) => weight * lognormal(random, spreads[j]));
  const sum = drawn.reduce((all, part) => all + part, 0);
  return drawn.map((part) => (total * part) / sum);
}
