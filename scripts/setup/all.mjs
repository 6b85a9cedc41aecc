/** The steps in order: finished steps are skipped, and the first failure ends the setup. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as browser from './browser.mjs';
import * as build from './build.mjs';
import { SetupFailure } from './failure.mjs';
import { homeVariables } from './home.mjs';
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

/** Runs the setup; the exit code says whether it succeeded. */
export async function main(args) {
  const started = performance.now();
  endWithSignals();
  Object.assign(process.env, homeVariables());
  try {
    const lock = await takeLock(join(NOTES, 'lock'), (holder) =>
      console.log(`Another setup is running (process ${holder}). Waiting for it to finish.`),
    );
    process.on('exit', lock.release);
    watchRunning(lock.note);
    await performAll(args.includes('--browser') ? [...STEPS, browser] : STEPS);
    console.log(`Setup is complete (${seconds(started)}).`);
  } catch (error) {
    endAll();
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    console.error(`\nSetup stopped. ${sentence}`);
    process.exitCode = 1;
  }
}

/** The message for a failure that a person can fix; `undefined` for a bug in the setup, which shows its stack trace. */
function sentenceOf(error) {
  if (error instanceof SetupFailure) return error.message;
  if (error instanceof CommandFailure) return `${error.message}: ${lastWords(error)} (log: ${error.log}).`;
  if (error.code === 'ENOSPC')
    return 'The disk is full. Setup needs about 3 GB: free some space, then start again.';
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return `${error.path} can't be written by this user. Change its owner or its permissions, then start again.`;
  }
  return undefined;
}

async function performAll(steps) {
  const pending = steps.filter((step) => !step.isDone());
  if (pending.length > 0) await perform(tools, pending);
  // Checked again: a finished step may depend on one that has just been redone (npm ci empties node_modules).
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

/** An interrupted setup ends its programs; the next run redoes what they left unfinished. */
function endWithSignals() {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => {
      endAll();
      console.error('\nSetup was interrupted. Start it again to continue.');
      process.exit(code);
    });
  }
}
