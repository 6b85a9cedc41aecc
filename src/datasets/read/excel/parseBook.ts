import { Worker } from 'node:worker_threads';
import type { ParsingOptions, WorkBook } from 'xlsx';
import type { Book, BookProblem } from './book';

/** What became of parsing: the book, or why there is none. */
type Parsed = Book | { problem: BookProblem };

/** What the thread is given. */
interface Errand {
  /** Where the library is. */
  library: string;
  content: Uint8Array | [name: string, bytes: Uint8Array][];
  sheet: string | null | undefined;
}

/** As much as a process of Node has by itself. */
const MEMORY_MIB = 4096;

/**
 * Parses a spreadsheet in a thread of its own, which is ended where it takes too long.
 * @param content the members of an archive, or the bytes of a file that is none.
 * @param sheet whose cells are wanted: null for none, undefined for the first.
 * @param patience in ms.
 */
export function parseBook(
  content: Uint8Array | ReadonlyMap<string, Uint8Array>,
  sheet: string | null | undefined,
  patience: number,
): Promise<Parsed> {
  const errand: Errand = {
    library: require.resolve('xlsx'),
    content: content instanceof Map ? [...content] : (content as Uint8Array),
    sheet,
  };
  // the thread runs this one function, which knows nothing from around it: there is no file of it that could be lost
  const thread = new Worker(`(${parseInThread})(require('node:worker_threads'))`, {
    eval: true,
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const end = (parsed: Parsed) => {
      clearTimeout(timer);
      resolve(parsed);
      void thread.terminate();
    };
    const timer = setTimeout(() => end({ problem: { kind: 'slow' } }), patience);
    thread.once('message', end);
    thread.once('error', (error: NodeJS.ErrnoException) => end({ problem: problemOf(error) }));
    thread.once('exit', () => end({ problem: { kind: 'memory' } }));
  });
}

function problemOf({ code, message }: NodeJS.ErrnoException): BookProblem {
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { kind: 'memory' };
  return /password|encrypt/i.test(message) ? { kind: 'locked' } : { kind: 'damaged', message };
}

/* istanbul ignore next: it runs where no counter is */
function parseInThread({ parentPort, workerData }: typeof import('node:worker_threads')): void {
  const { library, content, sheet } = workerData as Errand;
  const reader = require(library) as typeof import('xlsx') & {
    parse_zip(container: unknown, options: ParsingOptions): WorkBook;
  };
  const parse = (options: ParsingOptions): WorkBook => {
    if (!Array.isArray(content)) return reader.read(content, { type: 'array', ...options });
    const container = reader.CFB.utils.cfb_new();
    for (const [name, bytes] of content) {
      // the library takes any array of bytes, though its types say text
      reader.CFB.utils.cfb_add(container, `/${name}`, Buffer.from(bytes) as never, { unsafe: true } as never);
    }
    return reader.parse_zip(container, { type: 'array', ...options });
  };
  const chosen: ParsingOptions =
    sheet === null
      ? { bookSheets: true }
      : { sheets: sheet ?? 0, cellNF: true, dense: true, cellText: false, cellHTML: false };
  const { SheetNames: names, Sheets, Workbook } = parse(chosen);
  const cells = Sheets?.[sheet ?? names[0]]?.['!data'];
  const book: Book = { names, date1904: Workbook?.WBProps?.date1904 === true, cells };
  parentPort!.postMessage(book);
}
