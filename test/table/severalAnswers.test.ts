import { severalAnswers } from '../../src/table/severalAnswers';
import { typedColumn } from '../../src/table/typedColumn';

test.each([
  [['phone', 'web; email', 'web; email; phone', 'email; phone'], 'web; email'],
  [['Newsletter', 'Webinar|Newsletter', 'Demo', 'Newsletter|Demo'], 'Webinar|Newsletter'],
  [['web, email', 'phone', 'web, email, phone', 'email, phone'], 'web, email'],
  [['["comedy"]', '["comedy","drama"]', '["drama","sport"]', '["sport"]'], '["comedy","drama"]'],
  [['A', 'B', 'A;B'], 'A;B'],
])('%j hold several answers', (texts, example) => {
  expect(severalAnswers(texts)).toBe(example);
});

test.each([
  [['Portland, OR', 'Salem, OR', 'Austin, TX', 'Boise']],
  [['Doe, John', 'Roe, Jane', 'John, Elton']],
  [['web', 'email', 'phone']],
  [['great service, will come again', 'slow; never again', 'ok']],
  [['10,5', '11,5']],
  [['Female', 'Male']],
])('%j do not', (texts) => {
  expect(severalAnswers(texts)).toBeUndefined();
});

test('such a column is no category: it is left out with what to do', () => {
  const cells = ['web; email', 'phone', 'web; email; phone', 'email; phone', 'phone', 'web; email'];
  expect(typedColumn('channels', cells)).toMatchObject({
    kind: 'text',
    reason:
      "holds several answers in one cell, such as 'web; email': write a yes/no column for each answer to use them",
  });
});
