import { InputError } from '../../../core/errors';
import { formatCount } from '../../../core/format';
import { phrase } from '../../../core/phrase';

/** What is said to be there many times is written once. */
const TIMES = /number-(?:rows|columns)-repeated\s*=\s*["'](\d+)/;
/** No more cells than these have a place in memory. */
const MAX_CELLS = 20_000_000;

/**
 * Refuses an OpenDocument spreadsheet of a few bytes that stands for millions of cells, before these are made. Empty
 * cells, which programs repeat up to the end of a sheet, are not counted.
 *
 * @param content the part that holds the cells; spreadsheets of other formats have no such part.
 * @throws InputError
 */
export function checkRepeatedCells(content: Buffer | undefined, file: string): void {
  if (content === undefined) return;
  let row = 1;
  let cells = 0;
  for (const tag of tagsOf(content.toString('latin1'))) {
    const [kind] = KIND.exec(tag) ?? [];
    if (kind === undefined) continue;
    const times = Number(TIMES.exec(tag)?.[1] ?? 1);
    if (kind.endsWith('table-row')) row = times;
    else if (!tag.endsWith('/')) cells += row * times;
    if (cells > MAX_CELLS) {
      throw new InputError(
        'too-large',
        phrase`${{ file }} repeats cells until they are more than ${formatCount(MAX_CELLS)}`,
        { remedy: 'delete what lies beside and below the table' },
      );
    }
  }
}

/** Rows and cells of an OpenDocument sheet, by what stands after the bracket. */
const KIND = /^(?:[\w.-]+:)?table-(?:row|cell)\b/;

/** What stands between the brackets of tags; a bracket within quotation marks ends none. Cost: one pass. */
function* tagsOf(xml: string): Generator<string> {
  for (let start = xml.indexOf('<'); start >= 0; ) {
    const end = endOfTag(xml, start + 1);
    yield xml.slice(start + 1, end);
    start = xml.indexOf('<', end);
  }
}

function endOfTag(xml: string, from: number): number {
  let at = from;
  while (at < xml.length && xml[at] !== '>' && xml[at] !== '<') {
    const closing = xml[at] === '"' || xml[at] === "'" ? xml.indexOf(xml[at], at + 1) : at;
    if (closing < 0) return xml.length;
    at = closing + 1;
  }
  return at;
}
