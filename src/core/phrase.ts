import { display } from './display';

/** A part of a message that names something. Whoever shows the message writes it in words of its own. */
export type NamedPart =
  /** An option or a parameter. */
  | { readonly option: string }
  /** A column of a table, by its name, or by its position (0, 1, …) where it has none. */
  | { readonly column: string | number }
  /** A value that was given or found. */
  | { readonly value: unknown }
  /** A file, as a person would call it. */
  | { readonly file: string }
  /** A row or a line, counted as the message counts it. */
  | { readonly row: number }
  | { readonly line: number };

/** A message in parts, so that nobody has to look for names within a sentence. */
export type Phrase = readonly (string | NamedPart)[];

/**
 * A message in parts: what is put in as `{ option }`, `{ column }`, `{ value }`, `{ file }`, `{ row }` or `{ line }`
 * stays a part; texts, numbers and other phrases become part of the sentence.
 *
 * @example
 * phrase`${{ option: 'k' }} is ${{ value: 0 }}; it must be at least ${1}`;
 */
export function phrase(
  texts: TemplateStringsArray,
  ...parts: readonly (NamedPart | Phrase | string | number | bigint)[]
): Phrase {
  return texts.flatMap((text, i) => (i === 0 ? [text] : [...partsOf(parts[i - 1]), text])).filter(isSaid);
}

function partsOf(part: NamedPart | Phrase | string | number | bigint): Phrase {
  if (typeof part !== 'object') return [String(part)];
  return Array.isArray(part) ? part : [part as NamedPart];
}

function isSaid(part: string | NamedPart): boolean {
  return part !== '';
}

/** How options and columns are called where a message is shown. */
export interface Naming {
  option: (name: string) => string;
  column: (name: string | number) => string;
}

/** As the library calls them: `minSamples`, 'Income'. */
const LIBRARY: Naming = { option: (name) => `\`${name}\``, column: display };

/** A message as text. @param naming what options and columns are called; default: as in the library. */
export function textOf(message: string | Phrase, naming: Partial<Naming> = {}): string {
  if (typeof message === 'string') return message;
  const words = { ...LIBRARY, ...naming };
  return message.map((part) => wordsOf(part, words)).join('');
}

function wordsOf(part: string | NamedPart, { option, column }: Naming): string {
  if (typeof part === 'string') return part;
  if ('option' in part) return option(part.option);
  if ('column' in part) return column(part.column);
  if ('value' in part) return display(part.value);
  return String('file' in part ? part.file : 'row' in part ? part.row : part.line);
}
