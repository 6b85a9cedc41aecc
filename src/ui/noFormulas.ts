/** Classes of HTML in which no viewer makes formulas of what stands between two dollar signs. */
export const NO_FORMULAS = 'mathjax_ignore tex2jax_ignore';

/**
 * A dollar sign in Markdown. JupyterLab takes two of them for the ends of a formula, escaped or not, before it reads the
 * Markdown; an entity alone becomes a dollar sign too early, and other viewers show this one as it is meant.
 */
export const MARKDOWN_DOLLAR = '<span>&#36;</span>';

/** Markdown whose dollar signs are dollar signs. What stands as code, in backticks, stays as it is. Cost: O(length). */
export function withoutFormulas(markdown: string): string {
  const runs = Array.from(markdown.matchAll(/`+/g), ({ 0: { length }, index }) => ({ length, index }));
  const closing = closingRuns(runs);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < runs.length; at++) {
    const close = closing[at];
    if (close === undefined) continue;
    const end = runs[close].index + runs[close].length;
    parts.push(dollars(markdown.slice(from, runs[at].index)), markdown.slice(runs[at].index, end));
    [from, at] = [end, close];
  }
  return parts.join('') + dollars(markdown.slice(from));
}

/** Of each run of backticks the next of its length, which ends the code that it begins. */
function closingRuns(runs: readonly { length: number }[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const closing: (number | undefined)[] = [];
  for (let at = runs.length - 1; at >= 0; at--) {
    closing[at] = next.get(runs[at].length);
    next.set(runs[at].length, at);
  }
  return closing;
}

function dollars(text: string): string {
  return text.replaceAll('\\$', '$').replaceAll('$', () => MARKDOWN_DOLLAR);
}
