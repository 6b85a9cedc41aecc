/** Version numbers as tools print them. */

/** The first `major.minor[.patch]` in a text as numbers, or `undefined` where there is none. */
export function parseVersion(text) {
  const found = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)] : undefined;
}

/** True when `version` is at least `wanted`; both as `parseVersion` gives them, `wanted` possibly shorter. */
export function isAtLeast(version, wanted) {
  for (const [index, part] of wanted.entries()) {
    if (version[index] !== part) return version[index] > part;
  }
  return true;
}
