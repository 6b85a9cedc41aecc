/** The steps in order: what is done is skipped, what is not is done, and the first that fails ends it all. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as browser from './browser.mjs';
import * as build from './build.mjs';
import { SetupFailure } from './failure.mjs';
import * as jupyterFiles from './jupyter-files.mjs';
import * as kernel from './kernel.mjs';
import { takeLock } from './lock.mjs';
import * as nodePackages from './node-packages.mjs';
import { NOTES } from './paths.mjs';
import * as python from './python.mjs';
import { lastWords } from './registry.mjs';
import { CommandFailure, endAll, watchRunning } from './run.mjs';
import * as tensorflow from './tensorflow.mjs';
import * as tools from './tools-step.mjs';

const STEPS = [nodePackages, python, tensorflow, kernel, jupyterFiles, build];

/** Runs the set-up; the process's exit code tells whether it succeeded. */
export async function main(args) {
  const started = performance.now();
  endWithSignals();
  try {
    const lock = await takeLock(join(NOTES, 'lock'), (holder) =>
      console.log(`Another set-up is at work (process ${holder}); waiting for it to finish.`),
    );
    process.on('exit', lock.release);
    watchRunning(lock.note);
    await performAll(args.includes('--browser') ? [...STEPS, browser] : STEPS);
    console.log(`Set-up is complete (${seconds(started)}).`);
  } catch (error) {
    endAll();
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    console.error(`\nSet-up stopped. ${sentence}`);
    process.exitCode = 1;
  }
}

/** What a person can act on; `undefined` for an error of the set-up's own, whose stack trace is wanted. */
function sentenceOf(error) {
  if (error instanceof SetupFailure) return error.message;
  if (error instanceof CommandFailure) return `${error.message}: ${lastWords(error)} (log: ${error.log}).`;
  if (error.code === 'ENOSPC')
    return 'The disk is full; set-up needs some 3 GB: make room, then start again.';
  if (error.code === 'EACCES' || error.code === 'EPERM') {
    return `${error.path} may not be written by this user; change its owner or its rights, then start again.`;
  }
  return undefined;
}

async function performAll(steps) {
  const pending = steps.filter((step) => !step.isDone());
  if (pending.length > 0) await perform(tools, pending);
  // Asked again: a step that was done may stand on one that is made anew (npm ci empties node_modules).
  for (const step of steps) if (!step.isDone()) await perform(step);
}

async function perform(step, context) {
  const started = performance.now();
  console.log(`${step.title} …`);
  const result = await step.perform((news) => console.log(`  ${news}`), context);
  console.log(`  ${result} (${seconds(started)})`);
}

function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** An interrupted set-up takes its programs with it; what they left half-done is made anew next time. */
function endWithSignals() {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => {
      endAll();
      console.error('\nSet-up was interrupted; start it again to go on where it was.');
      process.exit(code);
    });
  }
}
