/**
 * Which branches of the rooms that compute are run by the tests of these rooms: `npm run test:coverage`, or
 * `ROOMS=core,table npm run test:coverage` for some of them. A room that falls below its share fails.
 */
const config = require('./jest.config.cjs');

/** Branches that are run, in percent, at least. */
const BRANCHES = { core: 97, table: 96, preprocess: 95, cluster: 96, evaluate: 95, segmentation: 95 };

const rooms = process.env.ROOMS?.split(',') ?? Object.keys(BRANCHES);
const [{ displayName: _name, testRegex: _regex, ...project }] = config.projects;

module.exports = {
  ...config,
  projects: undefined,
  ...project,
  testRegex: `/test/(${rooms.join('|')})/.*\\.test\\.ts$`,
  collectCoverage: true,
  collectCoverageFrom: rooms.map((room) => `src/${room}/**/*.ts`),
  coverageDirectory: 'out/coverage',
  coverageReporters: ['text', 'json'],
  coverageThreshold: Object.fromEntries(
    rooms.map((room) => [`./src/${room}/`, { branches: BRANCHES[room] }]),
  ),
};
