import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InputError } from '../../core/errors';
import { refusalReason } from '../../core/refusals';
import type { DashboardContext } from '../context';
import { READING_SCHEMA, type Reading } from '../reading';
import type { PendingUpload } from '../sessions';
import { isModel } from '../sources';
import { sessionOf, UnknownSession } from './session';

const MEBIBYTE = 1024 * 1024;

/** Takes files of a tab, and what the tab says of how they are to be read. */
export function uploadRoutes(app: FastifyInstance, context: DashboardContext): void {
  takeUploads(app, context);
  correctReadings(app, context);
}

/** One file goes into the tab's own folder, under a name of ours. A broken or too long upload leaves nothing. */
function takeUploads(app: FastifyInstance, context: DashboardContext): void {
  const { sessions, limits } = context;
  app.post('/api/uploads', async (request) => {
    const session = sessionOf(request, sessions);
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > limits.bytes + AROUND_A_FILE) throw drained(request, new UploadTooLarge(limits.bytes));
    const part = await fileOf(request);
    const name = shownName(part.filename);
    const coming = sessions.reserve(session, name);
    try {
      await save(part, coming, context);
      if (!sessions.keep(session, coming, name)) throw new UnknownSession();
    } catch (error) {
      sessions.giveUp(coming);
      throw drained(request, error as Error);
    }
    return { id: coming.id, title: name, bytes: coming.bytes };
  });
}

/** What a form puts around its file is shorter than this. */
const AROUND_A_FILE = 16 * 1024;

/** Refuses a file that is larger than is taken. */
class UploadTooLarge extends Error {
  readonly statusCode = 413;
  constructor(bytes: number) {
    const most = bytes >= MEBIBYTE ? `${Math.round(bytes / MEBIBYTE)} MiB` : `${bytes} bytes`;
    super(`The file is larger than ${most}, the most that is taken. The command line takes it.`);
  }
}

async function fileOf(request: FastifyRequest): Promise<MultipartFile> {
  if (!request.isMultipart())
    throw new InputError('no-file', 'Send the file as a form, in the field `file`.');
  const part = await request.file().catch((cause) => {
    throw drained(
      request,
      new InputError('no-file', 'The form cannot be read. Send the file again.', { cause }),
    );
  });
  if (!part) throw new InputError('no-file', 'No file came in. Choose one, or drop it on the page.');
  if (part.fieldname === 'file') return part;
  part.file.resume();
  throw new InputError('no-file', 'Send the file as a form, in the field `file`.');
}

async function save(
  { file }: MultipartFile,
  coming: PendingUpload,
  { sessions, limits }: DashboardContext,
): Promise<void> {
  try {
    const counted = sessions.counted(coming, file);
    await pipeline(counted, createWriteStream(coming.path, { flags: 'wx', mode: 0o600 }));
    coming.isModel = isModel(coming.path);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const { syscall = '', code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UnknownSession(); // its folder is gone, since it was forgotten meanwhile
    if (syscall === 'open' || syscall === 'write') throw notStored(cause);
    throw new InputError('no-file', 'The file did not come in whole. Send it again.', { cause });
  }
  if (file.truncated) throw new UploadTooLarge(limits.bytes);
  if (file.bytesRead === 0) throw new InputError('no-data', 'The file is empty. It needs a header and rows.');
}

/** Our disk refuses it, not their connection. */
function notStored(cause: unknown): InputError {
  const reason = refusalReason(cause);
  return new InputError(
    'no-file',
    `The file can’t be stored on this computer: ${reason}. Fix that, then send it again.`,
    { cause },
  );
}

/** Lets the rest of a request come in, unread: a browser that is cut off while it sends shows no answer. */
function drained<T extends Error>(request: FastifyRequest, error: T): T {
  request.raw.resume();
  return error;
}

/** Another reading makes another table: what was made of the former is forgotten. */
function correctReadings(app: FastifyInstance, { sessions, engines }: DashboardContext): void {
  app.put<{ Params: { id: string }; Body: Reading }>(
    '/api/uploads/:id/reading',
    { schema: { body: READING_SCHEMA } },
    async (request) => {
      const session = sessionOf(request, sessions);
      const upload = session.uploads.get(request.params.id);
      if (!upload) throw new InputError('no-file', 'This file is no longer here. Send it again.');
      upload.reading = request.body;
      engines.forget(upload.id, session.token);
      return { id: upload.id };
    },
  );
}

/**
 * For people only: without folders and control characters, and not longer than can be read.
 * @param name undefined where the form names none, whatever its type says.
 */
function shownName(name: string | undefined = ''): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/\p{Cc}/gu, '').trim();
  return (clean || 'file').slice(0, 120);
}
