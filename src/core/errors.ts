import { display } from './display';
import { type NamedPart, type Phrase, textOf } from './phrase';

/** What kind of mistake it is. */
export type MistakeCode =
  /** An option has a name that does not exist. */
  | 'unknown-option'
  /** An option that has no default was left out. */
  | 'missing-option'
  /** A value of another type than is wanted, e.g. text instead of a number. */
  | 'wrong-type'
  /** A number beyond its bounds. */
  | 'out-of-range'
  /** A value that is not among those allowed. */
  | 'not-allowed'
  /** Two things were given that exclude each other. */
  | 'conflict'
  /** Rows, columns or lengths that do not fit together. */
  | 'wrong-shape'
  /** The rows of a table are something else than customers. */
  | 'not-customers'
  /** A table lacks a column. */
  | 'missing-column'
  /** The same name or value twice where it must be unique. */
  | 'duplicate'
  /** A value in the data that cannot be used as it is. */
  | 'unreadable-value'
  /** A value in the data is missing. */
  | 'missing-value'
  /** There is more than one way to read what was given. */
  | 'ambiguous'
  /** A file or folder cannot be found, opened or written. */
  | 'no-file'
  /** A file whose content is damaged, or not what it should be. */
  | 'damaged-file'
  /** More than can be taken. */
  | 'too-large'
  /** There is nothing to work on. */
  | 'no-data'
  /** The data hold no differences to work on. */
  | 'no-difference'
  /** What was asked for is not to be had here, e.g. customers of a saved model. */
  | 'unavailable'
  /** Something outside failed: a database, a download, a browser. */
  | 'failed';

/** A mistake as plain data, e.g. to send it from one process to another. */
export interface Mistake {
  code: MistakeCode;
  /** What is wrong, in parts. */
  problem: Phrase;
  /** What to do about it, in parts; in the message it follows the problem after a semicolon. */
  remedy?: Phrase;
  /** The option or parameter at fault, or the one that settles it. */
  option?: string;
  /** The column at fault, by its name, or by its position (from 0) where it has none. */
  column?: string | number;
  /** The value at fault. */
  value?: unknown;
  /** The file at fault, as its user would call it. */
  file?: string;
  /** The row, counted as in the message: from 0 in tables in memory, from 1 in files, the header not counted. */
  row?: number;
  /** The line of the file, from 1. */
  line?: number;
  /** What would be allowed instead of the value. */
  allowed?: readonly (string | number)[];
  /** Columns that were found, by what they mean. */
  roles?: Readonly<Record<string, string>>;
}

/** What a mistake is about, beside its message. */
type Facts = Omit<Mistake, 'code' | 'problem' | 'remedy'>;

/** What an `InputError` is given besides code and problem. */
interface Details extends Facts {
  /** What to do about it. */
  remedy?: string | Phrase;
  /** What was thrown, if this explains it. */
  cause?: unknown;
}

/**
 * A mistake in what the caller handed over: data, options, a file. The message names the thing, the value it
 * had and the remedy, and stands alone: no stack trace is shown, since the fault is not in the code. What the message
 * names is kept as data too, so that nobody needs to read it out of the sentence.
 *
 * @example
 * try {
 *   new KMeans({ nClusters: 0 });
 * } catch (error) {
 *   if (error instanceof InputError) console.error(error.message); // `nClusters` is 0; it must be an integer of at least 1
 *   // error.code is 'out-of-range', error.option 'nClusters', error.value 0
 * }
 */
export class InputError extends Error implements Mistake {
  readonly code: MistakeCode;
  readonly problem: Phrase;
  readonly remedy?: Phrase;
  readonly option?: string;
  readonly column?: string | number;
  readonly value?: unknown;
  readonly file?: string;
  readonly row?: number;
  readonly line?: number;
  readonly allowed?: readonly (string | number)[];
  readonly roles?: Readonly<Record<string, string>>;
  /** What was said of it beside the message. */
  private readonly given: Facts;

  /**
   * @param code what kind of mistake it is.
   * @param problem what is wrong. What it names first is at fault, unless `details` say otherwise.
   * @internal
   */
  constructor(code: MistakeCode, problem: string | Phrase, { remedy, cause, ...facts }: Details = {}) {
    const said = [problem].flat();
    const todo = remedy === undefined ? undefined : [remedy].flat();
    super(textOf(messageParts({ problem: said, remedy: todo })), cause === undefined ? undefined : { cause });
    this.name = 'InputError';
    this.stack = `${this.name}: ${this.message}`;
    this.code = code;
    this.problem = said;
    this.remedy = todo;
    this.given = facts;
    Object.assign(this, { ...factsIn([...said, ...(todo ?? [])]), ...facts });
  }

  /** The same mistake in other words. @internal */
  reworded(problem: Phrase, remedy: Phrase | undefined = this.remedy): InputError {
    return new InputError(this.code, problem, { ...this.given, remedy, cause: this });
  }

  /** The mistake as plain data; what JSON cannot hold is kept as it reads in the message. */
  toJSON(): Mistake {
    const { code, problem, remedy, option, column, value, file, row, line, allowed, roles } = this;
    const facts = {
      option,
      column,
      value: isPlain(value) ? value : display(value),
      file,
      row,
      line,
      allowed,
      roles,
    };
    return { code, problem: problem.map(plain), remedy: remedy?.map(plain), ...facts };
  }
}

/** The whole message of a mistake, in parts. */
export function messageParts({ problem, remedy }: Pick<Mistake, 'problem' | 'remedy'>): Phrase {
  return remedy === undefined ? problem : [...problem, '; ', ...remedy];
}

/** What a message names, of each kind the first. */
function factsIn(parts: Phrase): Partial<Mistake> {
  const named = parts.filter((part): part is NamedPart => typeof part === 'object');
  return Object.assign({}, ...named.reverse());
}

function plain(part: string | NamedPart): string | NamedPart {
  return typeof part === 'object' && 'value' in part && !isPlain(part.value) ? display(part.value) : part;
}

function isPlain(value: unknown): boolean {
  return (
    value === null || Number.isFinite(value) || ['string', 'boolean', 'undefined'].includes(typeof value)
  );
}
