import { evaluate } from './evaluate';

const versions = <T>(expression: string): T => evaluate<T>('setup/versions.mjs', expression);

test('the first version number in a text is read as numbers', () => {
  const texts = ['v20.11.1', 'Python 3.13', 'clang version 17.0.6 (1.2.3)', 'none'];
  const parsed = versions(`${JSON.stringify(texts)}.map((text) => it.parseVersion(text) ?? null)`);
  expect(parsed).toEqual([[20, 11, 1], [3, 13, 0], [17, 0, 6], null]);
});

test('versions compare part by part, as numbers and not as text', () => {
  const pairs = [
    [
      [3, 10, 0],
      [3, 10],
    ],
    [
      [3, 9, 18],
      [3, 10],
    ],
    [
      [4, 0, 0],
      [3, 10],
    ],
    [
      [2, 99, 0],
      [3, 10],
    ],
  ];
  const answers = versions(
    `${JSON.stringify(pairs)}.map(([version, wanted]) => it.isAtLeast(version, wanted))`,
  );
  expect(answers).toEqual([true, false, true, false]);
});
