import { InputError } from '../../../core/errors';
import { formatDuration } from '../../../core/format';
import { phrase } from '../../../core/phrase';
import { MAX_UNPACKED_BYTES, unpacksToMore } from '../limits';
import { ArchiveTooLarge, isZip, readArchive } from '../zip/archive';
import type { Book, BookProblem } from './book';
import { parseBook } from './parseBook';
import { checkRepeatedCells } from './repeatedCells';

/** What is asked of a spreadsheet. */
export interface BookRequest {
  /** The sheet whose cells are wanted; null for the names of all sheets alone. Default the first. */
  sheet?: string | null;
  /** Whether the file comes from somebody else's computer, so that less may come out of it. */
  limited: boolean;
}

/** All parts of a file on one's own computer; what one part holds must become one text. */
const OWN_TOTAL_BYTES = 4 * MAX_UNPACKED_BYTES;

/** The library that reads spreadsheets runs apart, for so long at most: damaged files made it run on without an end. */
const PATIENCE_MS = 20_000;
const PATIENCE_PER_BYTE = 3000 / (1024 * 1024);
/** A day; timers take no more than some weeks. */
const MAX_SECONDS = 86_400;

/**
 * Opens a spreadsheet. Archives are unpacked and checked here; the library that knows the formats gets their parts, in a
 * thread of its own, under a limit for time and memory.
 * @throws InputError for a damaged or locked file, and for what takes too long or too much memory.
 */
export async function openBook(bytes: Uint8Array, file: string, request: BookRequest): Promise<Book> {
  const members = isZip(bytes) ? await membersOf(bytes, file, request) : undefined;
  if (members) checkRepeatedCells(members.get('content.xml'), file);
  const size = members
    ? Array.from(members.values()).reduce((sum, { length }) => sum + length, 0)
    : bytes.length;
  const patience = givenPatience() ?? PATIENCE_MS + PATIENCE_PER_BYTE * size;
  const parsed = await parseBook(members ?? bytes, request.sheet, patience);
  if (!('problem' in parsed)) return parsed;
  throw refusal(parsed.problem, file, patience);
}

/** Computers differ: the environment may set another limit, in seconds. */
function givenPatience(): number | undefined {
  const seconds = Number(process.env.CUSTOMER_SEGMENTATION_SPREADSHEET_SECONDS);
  return seconds > 0 && seconds <= MAX_SECONDS ? 1000 * seconds : undefined;
}

async function membersOf(
  bytes: Uint8Array,
  file: string,
  { limited }: BookRequest,
): Promise<Map<string, Buffer>> {
  const total = limited ? MAX_UNPACKED_BYTES : OWN_TOTAL_BYTES;
  try {
    return await readArchive(bytes, { member: MAX_UNPACKED_BYTES, total });
  } catch (cause) {
    if (cause instanceof ArchiveTooLarge) throw unpacksToMore(file);
    throw damaged(file, undefined, cause);
  }
}

function refusal(problem: BookProblem, file: string, patience: number): InputError {
  switch (problem.kind) {
    case 'slow':
      return damaged(file, `reading it did not end within ${formatDuration(patience)}`);
    case 'memory':
      return new InputError(
        'too-large',
        phrase`${{ file }} takes more memory than there is for spreadsheets`,
        {
          remedy: 'save it as CSV',
        },
      );
    case 'locked':
      return new InputError('damaged-file', phrase`${{ file }} is locked with a password`, {
        remedy: 'save it without one',
      });
    default:
      return damaged(file, problem.message);
  }
}

function damaged(file: string, how?: string, cause?: unknown): InputError {
  return new InputError(
    'damaged-file',
    phrase`${{ file }} is a damaged spreadsheet${how === undefined ? '' : ` (${how})`}`,
    { remedy: 'save it again or download it again', ...(cause !== undefined && { cause }) },
  );
}
