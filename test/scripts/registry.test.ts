import { evaluate } from './evaluate';

const answers = (texts: string[]): boolean[] =>
  evaluate('setup/registry.mjs', `${JSON.stringify(texts)}.map((text) => it.isUnreachable(text))`);

test('what npm and pip print when nobody answers is known', () => {
  const unreachable = [
    'npm error code ECONNREFUSED\nnpm error syscall connect',
    'npm error code ENOTFOUND',
    'gyp ERR! stack is related to network connectivity. In most cases you are behind a proxy',
    "WARNING: Retrying after connection broken by 'NewConnectionError('…: Failed to establish a new connection",
  ];
  expect(answers(unreachable)).toEqual([true, true, true, true]);
});

test('a package that does not exist is another matter', () => {
  const others = [
    'npm error code E404',
    'npm error code EUSAGE',
    'error: No matching distribution found for snake',
  ];
  expect(answers(others)).toEqual([false, false, false]);
});
