/** The computing process behind `Engine`: one job at a time, frames back. */
import { existsSync } from 'node:fs';
import { InputError } from '../../core/errors';
import { exhaustedText } from '../../core/exhausted';
import { encodeFrame, type Frame, type Problem, type Progress } from '../frames';
import { Canceled } from './canceled';
import type { FrameMessage, JobMessage } from './engine';
import { SERVER_TASKS, TASKS } from './tasks';

const ALL_TASKS = { ...TASKS, ...SERVER_TASKS };

/** How often the word to stop is looked for, in ms: a look costs some microseconds. */
const LOOK_EVERY = 20;

process.on('message', async ({ id, task, payload, cancelFile }: JobMessage) => {
  const send = (frame: Frame) => {
    const message: FrameMessage = { id, bytes: encodeFrame(frame), done: frame.kind !== 'progress' };
    process.send?.(message);
  };
  try {
    const result = await ALL_TASKS[task].run(payload as never, { onProgress: stoppable(cancelFile, send) });
    send({ kind: 'result', result });
  } catch (error) {
    send({ kind: 'problem', problem: problemOf(error) });
  }
});

// The server is gone: so is the need for answers.
process.on('disconnect', () => process.exit(0));
// Ctrl-C in a terminal reaches the whole group; the server decides when to end this process.
process.on('SIGINT', () => {});

/** Tells progress, and stops the job where it is no longer wanted. */
function stoppable(cancelFile: string, send: (frame: Frame) => void): (progress: Progress) => void {
  let looked = 0;
  return (progress) => {
    const now = performance.now();
    if (now - looked < LOOK_EVERY) return;
    looked = now;
    if (existsSync(cancelFile)) throw new Canceled();
    send({ kind: 'progress', progress });
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Canceled) return { kind: 'canceled', message: 'A newer change replaced this one.' };
  if (error instanceof InputError) return { kind: 'input', message: error.message, mistake: error.toJSON() };
  const exhausted = exhaustedText(error);
  if (exhausted !== undefined) return { kind: 'input', message: exhausted };
  console.error(error);
  return { kind: 'defect', message: 'Something went wrong. See the terminal for details.' };
}
