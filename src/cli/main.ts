#!/usr/bin/env node
import { withRoom } from './roomForLargeFiles';
import { runCommandLine } from './runCommandLine';
import { ofTheSystem } from './systemError';

// a reader that has seen enough (`| head`) is no error; a disk that is full is none of ours
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`Error: the results cannot be written: ${ofTheSystem(error) ?? error.message}\n`);
  process.exit(2);
});

const argv = process.argv.slice(2);

withRoom(argv)
  .then((code) => code ?? runCommandLine(argv))
  .then((code) => {
    process.exitCode = code;
  });
