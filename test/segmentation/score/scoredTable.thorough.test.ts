import { MAX_OWN_VALUES, scoredTable, segmentsTable } from '../../../src/segmentation/score/scoredTable';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

const table = {
  Customer: ['K-3', 'K-1', 'K-9', 'K-7'],
  Income: [1, 2, 8, 9],
  Spending: [1, 1, 9, 8],
};
const input = { table, rows: 4 };
const model = new Segmentation({ k: 2, columns: ['Income', 'Spending'], id: 'Customer' }).fit(table);
const segments = segmentsTable(model, input).segment;

test('the columns of the file come first, as they stand in it', () => {
  const written = { ...table, Income: ['1.0', '2.0', '8.0', '9.0'] };
  const found = segmentsTable(model, { ...input, written });
  expect(Object.keys(found).slice(0, 4)).toEqual(['Customer', 'Income', 'Spending', 'segment']);
  expect(found.Income).toEqual(written.Income);
  expect(found.segment).toEqual([segments[0], segments[0], segments[2], segments[2]]);
});

test('without them customers have the identifier of the model, another that is named, or their number', () => {
  const alone = { withColumns: false };
  expect(segmentsTable(model, input, alone).id).toEqual(table.Customer);
  expect(segmentsTable(model, input, { ...alone, id: 'Income' }).id).toEqual(table.Income);
  const { Customer: _, ...unnamed } = table;
  expect(segmentsTable(model, { table: unnamed, rows: 4 }, alone).id).toEqual([1, 2, 3, 4]);
  const written = { ...table, Customer: ['3', '1', '9', '7'] };
  expect(segmentsTable(model, { ...input, written }, alone).id).toEqual(written.Customer);
  expect(MAX_OWN_VALUES).toBe(1_000_000);
});

test('some rows of the file alone', () => {
  const found = segmentsTable(model, input, { rows: new Set([3, 0]) });
  expect(found.Customer).toEqual(['K-3', 'K-7']);
});

test('a column of our name keeps it, and ours has a number behind', () => {
  const segment = ['a', 'b', 'c', 'd'];
  const found = segmentsTable(model, { table: { ...table, segment, segment_2: segment }, rows: 4 });
  expect(found.segment).toEqual(segment);
  expect(found.segment_3).toEqual(segments);
});

test('an identifier that is not there is refused, and so is a model that was loaded', () => {
  expect(() => segmentsTable(model, input, { id: 'Custmer' })).toThrow("there is no column 'Custmer'");
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(() => segmentsTable(loaded, input)).toThrow('a saved model holds no customers');
  expect(scoredTable(loaded.predict(table), loaded, input).segment).toEqual(segments);
});

test('a row without a segment has the reason, and nothing else', () => {
  const others = { Income: [1, null], Spending: [1, 1] };
  const found = scoredTable(model.predict(others), model, { table: others, rows: 2 });
  expect(found).toMatchObject({
    segment: [segments[0], null],
    reason: [null, expect.stringMatching(/^Income: /)],
  });
  expect([found.segment_name[1], found.action[1], found.margin[1], found.stability[1]]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test.each<[string, unknown[]]>([
  ['numbers', [1, null]],
  ['numbers in words', ['1', '']],
  ['true alone', [true, null]],
])('no value means no only where it did at the fit: %s', (_, Income) => {
  const others = { Income, Spending: [1, 1] };
  expect(model.predict(others as never).notScored).toEqual([{ row: 1, column: 'Income', reason: 'missing' }]);
});

test('nor where the fit had a no in words, but where it had marks alone', () => {
  const Spending = Array.from({ length: 12 }, (_, row) => 10 * (row % 2) + (row % 3));
  const of = (no: unknown) => {
    const Newsletter = Spending.map((_, row) => (row % 2 === 0 ? 'yes' : no));
    return new Segmentation({ k: 2, columns: ['Newsletter', 'Spending'] }).fit({
      Newsletter,
      Spending,
    } as never);
  };
  const others = { Newsletter: ['yes', null], Spending: [1, 1] };
  expect(of('no').predict(others).notScored).toEqual([{ row: 1, column: 'Newsletter', reason: 'missing' }]);
  expect(of(null).predict(others).notScored).toEqual([]);
});
