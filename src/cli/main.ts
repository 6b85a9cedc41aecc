#!/usr/bin/env node
import { runCommandLine } from './runCommandLine';

// a reader that has seen enough (`| head`) is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
