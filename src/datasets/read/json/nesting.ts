import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';

/** A row is an object of values; what lies deeper than this was made to exhaust a parser's stack. */
const DEEPEST = 100;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Follows how deep the lists and objects of a JSON text lie within each other, piece by piece. */
export class Nesting {
  private depth = 0;
  private inText = false;
  private escaped = false;

  constructor(
    private readonly file: string,
    private readonly remedy = 'a table has one number, text, true or false in each place',
  ) {}

  /**
   * Takes the next bytes (in UTF-8 or an encoding of one byte). Cost: one pass.
   * @throws InputError where they go deeper than any table does.
   */
  take(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.inText) this.withinText(byte);
      else if (byte === QUOTE) this.inText = true;
      else if (OPENING.has(byte)) this.deeper();
      else if (CLOSING.has(byte)) this.depth = Math.max(0, this.depth - 1);
    }
  }

  private withinText(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) this.inText = false;
  }

  private deeper(): void {
    this.depth++;
    if (this.depth <= DEEPEST) return;
    throw new InputError(
      'damaged-file',
      phrase`${{ file: this.file }} holds lists or objects that lie more than ${DEEPEST} deep within each other`,
      { remedy: this.remedy },
    );
  }
}
