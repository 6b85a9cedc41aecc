/** Tests compile with swc and run in Node; see test/environment.cjs for the one thing jest gets wrong. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: '<rootDir>/test/environment.cjs',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/out', '<rootDir>/.cache', '<rootDir>/.venv'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^(?:@tensorflow/)?(tfjs-node|danfojs-node)$': '<rootDir>/test/support/shared/$1.cjs' },
  maxWorkers: '100%',
  testTimeout: 60_000,
};
