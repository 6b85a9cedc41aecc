/** The tests that are to notice the changes: the unit tests of the folders or files that `MUTATION_TESTS` names. */
const { projects } = require('../../jest.config.cjs');

const { displayName: _name, testRegex: _regex, ...project } = projects[0];
const paths = (process.env.MUTATION_TESTS ?? '').split(',');

module.exports = {
  ...project,
  testRegex: paths.map((path) =>
    path.endsWith('.ts') ? `/${path}$` : `/${path}/(?!.*thorough).*\\.test\\.ts$`,
  ),
  /** Found by Stryker, not by Jest, which alone knows what <rootDir> is. */
  testEnvironment: require.resolve('../../test/environment.cjs'),
  testTimeout: 60_000,
};
