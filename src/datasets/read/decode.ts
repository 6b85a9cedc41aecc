import { constants } from 'node:buffer';
import { InputError } from '../../core/errors';
import { display } from '../../core/options';
import { phrase } from '../../core/phrase';
import { ENCODINGS, type Encoding } from './encodings';
import { READABLE } from './readable';

/**
 * Bytes as text, without a byte order mark.
 * @throws InputError when the bytes are not in that encoding, or are too many for one text.
 */
export function decode(bytes: Uint8Array, file: string, encoding: Encoding): string {
  checkLength(bytes, file);
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const others = ENCODINGS.filter((other) => other !== encoding).join("' or '");
    throw new InputError('damaged-file', phrase`${{ file }} is not written in ${encoding}`, {
      remedy: phrase`save it as UTF-8, or pass ${{ option: 'encoding' }}: ${{ value: others }}`,
      cause,
    });
  }
}

/** No text is longer in JavaScript. */
function checkLength(bytes: Uint8Array, file: string): void {
  if (bytes.length <= constants.MAX_STRING_LENGTH) return;
  throw new InputError('too-large', phrase`${{ file }} is over 512 MB of text`, {
    remedy:
      'keep only the columns that you need, or save it as CSV in UTF-8, unpacked, which may have any size',
  });
}

/** What Windows-1252 has in 0x80 to 0x9f; the five that it leaves open are control characters. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some versions of Node take Windows-1252 for Latin-1, so that a euro sign becomes a control character. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]);
}

/** A text and what was recognized of its encoding. */
export interface DecodedText {
  text: string;
  detected: string[];
}

/**
 * Bytes as text in the encoding that they show: what their byte order mark says, else UTF-8, else Windows-1252, which
 * programs in Western Europe write; since any bytes could be that, it is said with an example.
 *
 * @throws InputError when the bytes are no text, or partly UTF-8 and partly not.
 */
export function detectAndDecode(bytes: Uint8Array, file: string): DecodedText {
  const utf16 = UTF_16.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (utf16) {
    return { text: decode(bytes, file, utf16.encoding), detected: [`written in ${utf16.name}`] };
  }
  checkLength(bytes, file);
  checkText(bytes, file);
  if (isUtf8(bytes)) return { text: decode(bytes, file, 'utf-8'), detected: [] };
  const line = mixedLine(bytes);
  if (line !== undefined) {
    throw new InputError(
      'damaged-file',
      phrase`${{ file }}, line ${{ line }}: not valid UTF-8, though the file holds UTF-8 elsewhere`,
      { remedy: phrase`save it again as UTF-8, or pass ${{ option: 'encoding' }}` },
    );
  }
  const text = decode(bytes, file, 'windows-1252');
  const example = display(wordAround(text, text.search(/[^\p{ASCII}]/u)));
  return {
    text,
    detected: [
      `not valid UTF-8, so read as Windows-1252: ${example}; if that looks wrong, give the encoding`,
    ],
  };
}

/** Letters and digits before and after a position. */
function wordAround(text: string, at: number): string {
  let [start, end] = [at, at + 1];
  while (start > 0 && LETTER.test(text[start - 1])) start--;
  while (end < text.length && LETTER.test(text[end])) end++;
  return text.slice(start, end);
}

const LETTER = /[\p{L}\p{N}]/u;

const UTF_16 = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le', name: 'UTF-16 (little-endian)' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be', name: 'UTF-16 (big-endian)' },
] as const;

/** A text holds no NUL and hardly a control character but tab, line ends and form feed. @throws InputError */
export function checkText(bytes: Uint8Array, file: string): void {
  const head = bytes.subarray(0, 65_536);
  const nul = head.indexOf(0);
  const nuls = head.filter((byte) => byte === 0).length;
  if (nuls > head.length / 4 && head.every((byte, i) => i % 2 === nul % 2 || byte !== 0)) {
    const encoding = nul % 2 === 1 ? 'utf-16le' : 'utf-16be';
    throw new InputError('damaged-file', phrase`${{ file }} isn't text in UTF-8`, {
      remedy: phrase`if it is UTF-16 without a byte order mark, pass ${{ option: 'encoding' }}: ${{ value: encoding }}`,
    });
  }
  const control = head.filter((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte)).length;
  if (nul >= 0 || control > head.length / 100) {
    throw new InputError('damaged-file', phrase`${{ file }} is not a text`, { remedy: READABLE });
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The first line (from 1) that is not UTF-8 in a file that holds some; undefined where it holds none. */
function mixedLine(bytes: Uint8Array): number | undefined {
  const characters = Buffer.from(bytes).toString('latin1');
  if (!/[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}/.test(characters)) return undefined;
  return characters.split(/\r\n|\n|\r/).findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;
}
