/** Other processors add in another order: so much may two answers differ, as a fraction of the number (or of 1). */
const TOLERANCE = 1e-8;

/**
 * Where two JSON values first differ, in words; `undefined` where they agree. Numbers may differ by rounding.
 *
 * @param path what the values are called in the answer
 */
export function firstDifference(expected, found, path = '$') {
  if (typeof expected === 'number' && typeof found === 'number') {
    const rounding = TOLERANCE * Math.max(1, Math.abs(expected));
    return Math.abs(expected - found) <= rounding ? undefined : `${path} was ${expected} and is ${found}`;
  }
  if (isBranch(expected) && isBranch(found)) return differenceWithin(expected, found, path);
  return Object.is(expected, found) ? undefined : `${path} was ${brief(expected)} and is ${brief(found)}`;
}

function differenceWithin(expected, found, path) {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const difference = firstDifference(expected[key], found[key], `${path}.${key}`);
    if (difference) return difference;
  }
  return undefined;
}

function isBranch(value) {
  return typeof value === 'object' && value !== null;
}

function brief(value) {
  return value === undefined ? 'absent' : JSON.stringify(value).slice(0, 60);
}
