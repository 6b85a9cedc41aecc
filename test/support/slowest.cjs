const { relative } = require('node:path');

/** How many are listed. */
const LISTED = 10;

/** Prints the slowest suites and tests of a run, so that what slows the whole is seen. */
module.exports = class SlowestReporter {
  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= LISTED) return;
    const suites = testResults.map(({ testFilePath, perfStats }) => [
      perfStats.end - perfStats.start,
      relative(process.cwd(), testFilePath),
    ]);
    const tests = testResults.flatMap(({ testResults: all, testFilePath }) =>
      all.map(({ duration, fullName }) => [
        duration ?? 0,
        `${fullName} (${relative(process.cwd(), testFilePath)})`,
      ]),
    );
    list('Slowest suites', suites);
    list('Slowest tests', tests);
  }
};

function list(title, timed) {
  const slowest = timed.sort(([a], [b]) => b - a).slice(0, LISTED);
  const lines = slowest.map(
    ([milliseconds, name]) => `  ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${name}`,
  );
  process.stderr.write(`\n${title}\n${lines.join('\n')}\n`);
}
