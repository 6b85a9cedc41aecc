/** What begins a formula. */
const SIGNS = new Set('=@+-＝＠＋－');
const SIGN = /[=@+\-＝＠＋－]/;
/** What programs split lines and values at, whatever stands between quotation marks. */
const SEPARATORS = new Set(';\t|,\r\n\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029');
/** What programs pass over before a value: spaces, control characters, characters without a width, quotation marks. */
const PASSED_OVER = /[\s\p{Cc}\p{Cf}"]/u;
const NUMBER = /[+-]\d[\d.]*%?/y;

/**
 * A text in which no formula stands behind a separator, or behind what programs pass over at the beginning: an apostrophe
 * comes before the sign. Signed numbers stay. A sign that the text begins with is left to the writer.
 *
 * @param delimiter what the file's values are separated by.
 * Cost: one pass.
 */
export function withoutHiddenFormulas(text: string, delimiter: string): string {
  if (!SIGN.test(text)) return text;
  const isSeparator = (character: string | undefined) =>
    character !== undefined && (SEPARATORS.has(character) || character === delimiter);
  let written = '';
  let [at, kept] = [0, 0];
  let mayBegin = true; // a value, for some program
  for (const character of text) {
    if (isSeparator(character)) mayBegin = true;
    else if (mayBegin && SIGNS.has(character)) {
      mayBegin = false;
      const end = numberEnd(text, at);
      const isNumber =
        end !== undefined && (end === text.length || text[end] === '"' || isSeparator(text[end]));
      if (at > 0 && !isNumber) {
        written += `${text.slice(kept, at)}'`;
        kept = at;
      }
    } else if (mayBegin) mayBegin = PASSED_OVER.test(character);
    at += character.length;
  }
  return written + text.slice(kept);
}

/** Where a signed number ends that begins there; undefined where none does. */
function numberEnd(text: string, at: number): number | undefined {
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : undefined;
}
