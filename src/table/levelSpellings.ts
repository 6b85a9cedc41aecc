import { formatList, plural } from '../core/format';
import { isMissing } from './missing';
import { splitNumber } from './recognize/numberText';
import { joinedIdentifier, plainIdentifier } from './spelling';
import { truthValue } from './truth';

/** A column with more different texts than this is none of categories. */
const MAX_SPELLINGS = 60;

/** Categories repeat: so many values stand for each of them on average. */
const VALUES_EACH = 2;

/** What is named of each column. */
const MAX_NAMED = 3;

/** A category in the spelling by which it is compared: 'GOLD', 'gold ' and 'Gold.' are one. */
export function levelKey(text: string): string {
  const { plain } = plainIdentifier(text);
  return joinedIdentifier(withoutDots(plain), ['capitals']);
}

function withoutDots(text: string): string {
  let end = text.length;
  while (end > 0 && '. '.includes(text[end - 1])) end--;
  return end === 0 ? text : text.slice(0, end);
}

/**
 * Cells of a column of categories in one spelling each, and what to say of it: of spellings that differ in capitals,
 * blanks, dots at the end, invisible characters or letters in two parts, the most frequent is taken.
 * Cost: O(n).
 */
export function plainLevels(
  column: string,
  cells: ArrayLike<unknown>,
): { cells: ArrayLike<unknown>; detected: string[] } {
  const counts = countsOf(cells);
  if (counts === undefined || [...counts.keys()].every((text) => truthValue(text) !== undefined))
    return { cells, detected: [] };
  const spellings = new Map<string, string[]>();
  for (const text of [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))) {
    const key = levelKey(text);
    spellings.set(key, [...(spellings.get(key) ?? []), text]);
  }
  const several = [...spellings.values()].filter(({ length }) => length > 1);
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (several.length === 0 || known < VALUES_EACH * spellings.size) return { cells, detected: [] };
  const plain = new Map(
    several.flatMap(([usual, ...others]) => [usual, ...others].map((text) => [text, usual.trim()] as const)),
  );
  return {
    cells: Array.from(cells, (cell) => (typeof cell === 'string' ? (plain.get(cell) ?? cell) : cell)),
    detected: [spellingSentence(column, several)],
  };
}

/** How often each text occurs; undefined for a column that holds no texts, too many, or numbers. */
function countsOf(cells: ArrayLike<unknown>): Map<string, number> | undefined {
  const counts = new Map<string, number>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (isMissing(cell)) continue;
    if (typeof cell !== 'string') return undefined;
    const count = counts.get(cell);
    if (
      count === undefined &&
      (counts.size === MAX_SPELLINGS || splitNumber(cell.trim(), true) !== undefined)
    )
      return undefined;
    counts.set(cell, (count ?? 0) + 1);
  }
  return counts.size < 2 ? undefined : counts;
}

function spellingSentence(column: string, several: readonly string[][]): string {
  const named = several.slice(0, MAX_NAMED).map(([usual, ...others]) => {
    const list = formatList(others.slice(0, MAX_NAMED).map((text) => JSON.stringify(text)));
    return `${list} as '${usual.trim()}'`;
  });
  const more = several.length - MAX_NAMED;
  const rest = more > 0 ? `, and ${plural(more, 'category', 'categories')} more` : '';
  return `other spellings in '${column}' are read as the most frequent: ${named.join('; ')}${rest}`;
}
