/**
 * Everything between a fresh clone and a working toolkit, in one command: `node scripts/setup.mjs [--browser]`.
 *
 * `--browser` also looks for a Chrome, and gets one where it can (the tests draw pages in it).
 * This file is written for old Nodes too: it only checks the version, and so that a too old one can say so.
 */
var major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  console.error(
    'Node.js 20 or newer is needed, but this is ' +
      process.version +
      '; install a newer one (nodejs.org), then start again.',
  );
  process.exitCode = 1;
} else {
  import('./setup/all.mjs').then((setup) => setup.main(process.argv.slice(2)));
}
