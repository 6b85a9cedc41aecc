#!/usr/bin/env node
import { refusalText } from '../core/refusals';
import { withRoom } from './roomForLargeFiles';

// a reader that has seen enough (`| head`) is no error; a disk that is full is none of ours
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`Error: the results cannot be written: ${refusalText(error) ?? error.message}\n`);
  process.exit(2);
});
// where nobody hears messages, the work goes on all the same, and its exit code tells
process.stderr.on('error', () => {});

const argv = process.argv.slice(2);

withRoom(argv)
  .then((code) => code ?? run())
  .then((code) => {
    process.exitCode = code;
  });

/** The parser asks for the current folder as soon as it is loaded: one that was removed is said before. */
async function run(): Promise<number> {
  try {
    process.cwd();
  } catch (error) {
    process.stderr.write(`Error: ${refusalText(error)}\n`);
    return 2;
  }
  const { runCommandLine } = await import('./runCommandLine.js');
  return runCommandLine(argv);
}
