/** A model file of version 2 in the form of version 3: nothing was known of how stable its segments are. */
export function fromVersion2(json: object): object {
  return { ...json, version: 3, stability: null };
}
