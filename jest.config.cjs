/**
 * Tests compile with swc and run in Node, in lanes. `npm test` runs all of them, `npm run test:fast` the first.
 * See test/environment.cjs for what suites share.
 */

/** What each lane holds; a suite is in the first lane that matches. */
const LANES = {
  /** Hostile files, clients and moments: `npm run test:attack`, not part of `npm test`. */
  attack: ['test/attack/(?!cases/)'],
  /** Engines on servers, which `npm run test:distributed` starts; not part of `npm test`. */
  distributed: ['test/distributed/'],
  /** The page, report and notebooks in a real browser. */
  browser: ['test/browser/'],
  /** Programs as their users start them: built files, servers, Jupyter, other processes. */
  system: [
    'test/(cli|dashboard|notebooks|scripts)/',
    'test/readme',
    'test/contracts/lazy',
    'test/report/(saveFigure|staticPicture)',
  ],
  /**
   * What takes its time: cases from practice, every example, every estimator, reference numbers, statistics over many
   * tables, files of every format, databases.
   */
  thorough: [
    'test/(cases|contracts|reference)/',
    'test/datasets/(read|sql|write|fetch|catalog|frame)/',
    'test/segmentation/(sql|file)/',
    'test/.*/inDatabase\\.test',
    'test/features/rfm/',
    'test/.*\\.thorough\\.test',
  ],
  /** One idea each, without build, browser, Jupyter, files or databases. */
  unit: ['test/'],
};

const lanes = Object.keys(LANES);
const root = `${__dirname.replace(/[^\w/]/g, '\\$&')}/`;

/** What a file is like that belongs to the lane and to none before it. */
function testRegex(lane) {
  const earlier = lanes.slice(0, lanes.indexOf(lane)).flatMap((other) => LANES[other]);
  const not = earlier.map((pattern) => `(?!${pattern})`).join('');
  return `^${root}${not}(?:${LANES[lane].join('|')}).*(?<=\\.test\\.ts)$`;
}

const project = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testEnvironment: '<rootDir>/test/environment.cjs',
  /** Looked up in Jest's sandbox, each of these costs a call; handed to every module, a fit takes half the time. */
  sandboxInjectedGlobals: [
    ...['Math', 'Number', 'Infinity', 'String', 'Object', 'Array', 'Map', 'Set'],
    ...['Float64Array', 'Float32Array', 'Int32Array', 'Uint8Array'],
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/out', '<rootDir>/.cache', '<rootDir>/.venv'],
  moduleNameMapper: {
    '^(?:@tensorflow/)?(tfjs-node|danfojs-node)$': '<rootDir>/test/support/shared/$1.cjs',
    '^\\./built$': '<rootDir>/test/support/builtPage.cjs',
  },
  /** Preact comes as ES modules only. */
  transformIgnorePatterns: ['/node_modules/(?!preact/)'],
  transform: {
    '^.+\\.(tsx?|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

module.exports = {
  rootDir: __dirname,
  projects: lanes.map((lane) => ({
    ...project,
    displayName: lane,
    testRegex: testRegex(lane),
    ...(lane === 'browser' && {
      globalSetup: '<rootDir>/test/browser/setup.ts',
      globalTeardown: '<rootDir>/test/browser/teardown.ts',
    }),
  })),
  reporters: ['default', '<rootDir>/test/support/slowest.cjs'],
  maxWorkers: '100%',
  testTimeout: 60_000,
};
