import { type DecodedText, decode, detectAndDecode } from './decode';
import type { Encoding } from './encodings';
import type { OpenedFile } from './openFile';

/** The text of a file, in the encoding given or recognized. @throws InputError when it isn't text, or not in that encoding. */
export function fileText(opened: OpenedFile, encoding: Encoding | undefined): DecodedText {
  const { file } = opened;
  const bytes = opened.content();
  return encoding === undefined
    ? detectAndDecode(bytes, file)
    : { text: decode(bytes, file, encoding), detected: [] };
}
