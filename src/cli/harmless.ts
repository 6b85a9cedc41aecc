/**
 * A text out of the data without control characters, which could move the cursor, hide lines or set the window's title:
 * each is written as its code, such as \\x1b. Tabs and line ends stay.
 */
export function harmless(text: string): string {
  return text.replace(CONTROL, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** A JSON document in which they are written as JSON writes characters by their code: the same document. */
export function harmlessJson(text: string): string {
  return text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Escape and the rest below the blank, delete, the control characters of 8 bits, and marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
