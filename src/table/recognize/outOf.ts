/** '87/100', '4.5 / 5', '3 out of 5', '4 von 5'. */
const OUT_OF = /^(0|[1-9]\d{0,3})(?:[.,](\d{1,3}))? ?(?:\/|out of|of|von|sur|de|su|van) ?([1-9]\d{0,2})$/i;

/** Scores of a column, and out of how many points they are. */
export interface ScoresFound {
  values: number[];
  /** 'of 100'. */
  unit: string;
}

/**
 * The texts of a column (trimmed, none missing) as scores out of the same number of points; undefined where one is
 * none, or all are the same. Cost: O(characters).
 */
export function recognizeScores(texts: readonly string[]): ScoresFound | undefined {
  const values: number[] = [];
  let unit: string | undefined;
  for (const text of texts) {
    const score = scoreIn(text);
    if (score === undefined || (unit ?? score.unit) !== score.unit) return undefined;
    unit = score.unit;
    values.push(score.value);
  }
  return unit !== undefined && new Set(values).size > 1 ? { values, unit } : undefined;
}

/** A text as a score, with its unit; undefined where it is none, or more than all points. */
export function scoreIn(text: string): { value: number; unit: string } | undefined {
  const found = OUT_OF.exec(text);
  if (found === null) return undefined;
  const [, whole, decimals = '0', points] = found;
  const value = Number(`${whole}.${decimals}`);
  return value <= Number(points) ? { value, unit: `of ${points}` } : undefined;
}
