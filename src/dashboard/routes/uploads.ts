import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { InputError } from '../../core/errors';
import { READING_SCHEMA, type Reading } from '../reading';
import type { DashboardContext } from '../server';
import { sessionOf } from './session';

const MEBIBYTE = 1024 * 1024;

/** Takes files of a tab, and what the tab says of how they are to be read. */
export function uploadRoutes(app: FastifyInstance, context: DashboardContext): void {
  takeUploads(app, context);
  correctReadings(app, context);
}

/** One file goes into the tab's own folder, under a name of ours. A broken or too long upload leaves nothing. */
function takeUploads(app: FastifyInstance, { sessions, limits }: DashboardContext): void {
  app.post('/api/uploads', async (request, reply) => {
    const session = sessionOf(request, sessions);
    if (!request.isMultipart()) throw new InputError('Send the file as a form, in the field `file`.');
    const part = await request.file();
    if (!part) throw new InputError('No file came in. Choose one, or drop it on the page.');
    const { id, path } = sessions.reserve(session);
    try {
      await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    if (part.file.truncated) {
      await rm(path, { force: true });
      const most = Math.round(limits.bytes / MEBIBYTE);
      return reply.code(413).send({
        problem: {
          kind: 'input',
          message: `The file is larger than ${most} MiB, the most that is taken. Use the command line for it.`,
        },
      });
    }
    const upload = { id, name: shownName(part.filename), path, bytes: part.file.bytesRead, reading: {} };
    sessions.keep(session, upload);
    return { id, title: upload.name, bytes: upload.bytes };
  });
}

/** Another reading makes another table: what was made of the former is forgotten. */
function correctReadings(app: FastifyInstance, { sessions, swift, patient }: DashboardContext): void {
  app.put<{ Params: { id: string }; Body: Reading }>(
    '/api/uploads/:id/reading',
    { schema: { body: READING_SCHEMA } },
    async (request) => {
      const upload = sessionOf(request, sessions).uploads.get(request.params.id);
      if (!upload) throw new InputError('This file is no longer here. Send it again.');
      upload.reading = request.body;
      for (const engine of [swift, patient]) engine.tell('forget', { source: upload.id });
      return { id: upload.id };
    },
  );
}

/** For people only: without folders and control characters, and not longer than can be read. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/\p{Cc}/gu, '').trim();
  return (clean || 'file').slice(0, 120);
}
