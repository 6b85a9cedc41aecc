/** Returns the most frequent value; of several, the one that appears first. Cost: O(n). */
export function mostFrequent<T>(values: readonly T[]): { value: T; count: number } {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = { value: values[0], count: 0 };
  for (const [value, count] of counts) if (count > best.count) best = { value, count };
  return best;
}
