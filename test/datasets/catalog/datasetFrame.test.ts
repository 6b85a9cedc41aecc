import { datasetFrame } from '../../../src/datasets/catalog/datasetFrame';

describe('the schema', () => {
  const schema = [
    { name: 'Gender', type: 'text', meaning: 'gender', aliases: ['Genre'] },
    { name: 'Income', type: 'number', meaning: 'income', missingAllowed: true },
    { name: 'Kids', type: 'integer', meaning: 'children' },
  ] as const;

  const read = (text: string) =>
    datasetFrame(Buffer.from(text), 'file.csv', { dialect: {}, columns: schema });

  test('takes aliases, keeps other columns, allows missing values where it says so', () => {
    const frame = read('Kids,Genre,Income,extra,code\n2,Male,,1.5,007\n');
    expect(frame.columns).toEqual(['Kids', 'Gender', 'Income', 'extra', 'code']);
    expect(frame.values).toEqual([[2, 'Male', null, 1.5, '007']]);
  });

  test('names every column that lacks, what was expected and the nearest found', () => {
    expect(() => read('Gender,Incme\nMale,1\n')).toThrow(
      "file.csv lacks 2 columns 'Income' (number; the nearest found is 'Incme'), 'Kids' (integer); its header has Gender, Incme",
    );
  });

  test.each([
    ['Male,12k,1', "line 3, column 'Income': expected a number, found '12k'"],
    ['Male,"1,5",1', "column 'Income': expected a number, found '1,5'"],
    ['Male,Infinity,1', "column 'Income': expected a number, found 'Infinity'"],
    ['Male,1,1.5', "line 3, column 'Kids': expected a whole number, found '1.5'"],
    ['Male,1,', "column 'Kids': expected a whole number, found an empty value"],
    [',1,2', "column 'Gender': expected a text, found an empty value"],
  ])('names line, column, expectation and value of the bad cell in %s', (row, message) => {
    expect(() => read(`Gender,Income,Kids\nMale,1,1\n${row}\n`)).toThrow(message);
  });
});
