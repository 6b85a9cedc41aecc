/** How numbers read in titles, axes and hover text, and how text is broken into lines. */

/** How many decimals numbers of this size deserve: none for whole numbers, else about three figures. */
export function decimalsFor(values: ArrayLike<number>): number {
  let largest = 0;
  let whole = true;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    largest = Math.max(largest, Math.abs(values[i]));
    whole &&= Number.isInteger(values[i]);
  }
  if (whole || largest >= 1000) return 0;
  return largest >= 100 ? 1 : largest >= 1 ? 2 : 3;
}

/** A number as people read it: `58,138` or `0.55`. */
export function number(value: number, decimals = decimalsFor([value])): string {
  const text = value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return (/[1-9]/.test(text) ? text : text.replace('-', '')).replace('-', '−');
}

/** A number of one column as people read it: decimals by the column's size, years without a thousands mark. */
export function numberOf(value: number, column: ArrayLike<number>): string {
  return areYears(column) ? String(Math.round(value)) : number(value, decimalsFor(column));
}

/** The format of a column's numbers in d3's language, for hover text. */
export function d3FormatOf(column: ArrayLike<number>): string {
  return areYears(column) ? '.0f' : d3Format(decimalsFor(column));
}

/** Whole numbers that all lie where only calendar years do. */
export function areYears(column: ArrayLike<number>): boolean {
  for (let i = 0; i < column.length; i++) {
    if (Number.isFinite(column[i]) && !(Number.isInteger(column[i]) && column[i] >= 1800 && column[i] < 2100))
      return false;
  }
  return true;
}

/** The same format in d3's language, for axes and hover text. */
function d3Format(decimals: number): string {
  return `,.${decimals}f`;
}

/** A share as people read it: `38%`, `0.4%`. */
export function percent(share: number): string {
  const hundredths = share * 100;
  if (hundredths > 0 && hundredths < 0.1) return '<0.1%';
  const decimals = hundredths !== 0 && Math.abs(hundredths) < 1 ? 1 : 0;
  return `${number(hundredths, decimals)}%`;
}

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** A large number in little room: `1.16M`, `84.6K`, `950`. */
export function compact(value: number): string {
  const text = value.toLocaleString('en-US', { notation: 'compact', maximumSignificantDigits: 3 });
  return text.replace('-', '−');
}

/** A count that opens a sentence: `count(5, 'segment')` is 'Five segments', `count(12, 'segment')` '12 segments'. */
export function count(howMany: number, singular: string, plural = `${singular}s`): string {
  return `${SMALL[howMany] ?? number(howMany)} ${howMany === 1 ? singular : plural}`;
}

/** The same inside a sentence: 'five segments'. */
export function countInside(howMany: number, singular: string, plural?: string): string {
  return count(howMany, singular, plural).replace(/^[A-Z]/, (first) => first.toLowerCase());
}

/**
 * Breaks text at spaces into lines of at most `width` characters, as few as possible and about equally long;
 * Plotly's line break is `<br>`. `r = 0.82` stays together.
 */
export function wrap(text: string, width: number): string {
  const words = text.replace(/ = /g, '\u00a0=\u00a0').split(' ');
  const fewest = fill(words, width).length;
  let narrowest = Math.ceil(text.length / fewest);
  while (fill(words, narrowest).length > fewest) narrowest++;
  return fill(words, narrowest).join('<br>').replaceAll('\u00a0', ' ');
}

function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + 1 + word.length <= width) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
