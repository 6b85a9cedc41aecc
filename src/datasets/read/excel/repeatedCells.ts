import { InputError } from '../../../core/errors';
import { formatCount } from '../../../core/format';
import { phrase } from '../../../core/phrase';
import { zipMember } from './zipMember';

/** Rows and cells of an OpenDocument sheet; what is said to be there many times is written once. */
const TAG = /<(?:[\w.-]+:)?(table-row|table-cell)\b([^>]*)>/g;
const TIMES = /number-(?:rows|columns)-repeated\s*=\s*["'](\d+)/;
/** No more cells than these have a place in memory. */
const MOST_CELLS = 20_000_000;
/** No text is longer in JavaScript. */
const LONGEST = 512 * 1024 * 1024;

/**
 * Refuses an OpenDocument spreadsheet of a few bytes that stands for millions of cells, before these are made. Empty
 * cells, which programs repeat up to the end of a sheet, are not counted.
 *
 * @param zip a spreadsheet; those of other formats have no such part.
 * @throws InputError
 */
export function checkRepeatedCells(zip: Uint8Array, file: string): void {
  let row = 1;
  let cells = 0;
  for (const [, tag, attributes] of contentOf(zip).matchAll(TAG)) {
    const times = Number(TIMES.exec(attributes)?.[1] ?? 1);
    if (tag === 'table-row') row = times;
    else if (!attributes.endsWith('/')) cells += row * times;
    if (cells > MOST_CELLS) {
      throw new InputError(
        'too-large',
        phrase`${{ file }} repeats cells until they are more than ${formatCount(MOST_CELLS)}`,
        { remedy: 'delete what lies beside and below the table' },
      );
    }
  }
}

function contentOf(zip: Uint8Array): string {
  try {
    return Buffer.from(zipMember(zip, 'content.xml', LONGEST)).toString('latin1');
  } catch {
    return '';
  }
}
