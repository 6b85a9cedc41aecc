import {
  checkInteger,
  checkKnown,
  checkList,
  checkNamed,
  checkNumber,
  checkOneOf,
  display,
} from '../../src/core/options';

test('an integer within its bounds comes back, anything else is refused by name', () => {
  expect(checkInteger('nClusters', 3, { min: 1 })).toBe(3);
  expect(() => checkInteger('nClusters', 0, { min: 1 })).toThrow(
    '`nClusters` is 0; it must be an integer of at least 1',
  );
  expect(() => checkInteger('nClusters', 2.5)).toThrow('`nClusters` is 2.5; it must be an integer');
  expect(() => checkInteger('nClusters', '3', { min: 1, max: 9 })).toThrow(
    "`nClusters` is '3'; it must be an integer from 1 to 9",
  );
  expect(() => checkInteger('seed', undefined)).toThrow('`seed` is undefined');
});

test('a number must be finite and within its bounds', () => {
  expect(checkNumber('tol', 0, { min: 0 })).toBe(0);
  expect(() => checkNumber('tol', Number.NaN)).toThrow('`tol` is NaN; it must be a finite number');
  expect(() => checkNumber('tol', 2, { max: 1 })).toThrow(
    '`tol` is 2; it must be a finite number of at most 1',
  );
});

test('a choice lists what is allowed', () => {
  expect(checkOneOf('linkage', 'ward', ['ward', 'single'])).toBe('ward');
  expect(() => checkOneOf('linkage', 'wards', ['ward', 'single'])).toThrow(
    "`linkage` is 'wards'; it must be one of 'ward', 'single'",
  );
});

test('a misspelled option is refused, with those that exist', () => {
  expect(() => checkKnown('KMeans', { nCluster: 3 }, ['nClusters', 'seed'])).toThrow(
    'KMeans has no option `nCluster`; it has nClusters, seed',
  );
});

test.each([[null], [5], ['fast'], [[3]]])('%p is no set of options', (options) => {
  expect(() => checkKnown('KMeans', options as object, ['nClusters', 'seed'])).toThrow(
    /^KMeans was given .* for its options; they are an object of nClusters, seed$/,
  );
});

test('values are shown briefly in messages', () => {
  expect(display('x'.repeat(100))).toHaveLength(60);
  expect(display([1, 2])).toBe('an array of 2');
  expect(display(null)).toBe('null');
  expect(display(new Map())).toBe('a Map');
  expect(display({ k: 3 })).toBe('an Object');
  expect(display(new Int32Array(2))).toBe('an Int32Array');
  expect(display(Object.create(null))).toBe('an object');
  expect(display(() => 3)).toBe('function');
  expect(display(true)).toBe('true');
});

test('a mistake is data', () => {
  const thrown = (check: () => void) => {
    try {
      check();
    } catch (error) {
      return error;
    }
    return undefined;
  };
  expect(thrown(() => checkInteger('k', 0, { min: 1 }))).toMatchObject({
    code: 'out-of-range',
    option: 'k',
    value: 0,
    remedy: ['it must be an integer of at least 1'],
  });
  expect(thrown(() => checkInteger('k', 2.5))).toMatchObject({ code: 'wrong-type', option: 'k', value: 2.5 });
  expect(thrown(() => checkNumber('tol', 'small'))).toMatchObject({ code: 'wrong-type', option: 'tol' });
  expect(thrown(() => checkOneOf('linkage', 'wards', ['ward', 'single']))).toMatchObject({
    code: 'not-allowed',
    option: 'linkage',
    value: 'wards',
    allowed: ['ward', 'single'],
  });
  expect(thrown(() => checkKnown('KMeans', { nCluster: 3 }, ['nClusters']))).toMatchObject({
    code: 'unknown-option',
    option: 'nCluster',
    allowed: ['nClusters'],
  });
});

test('a list, or an object with an entry for each name, comes back; anything else is refused', () => {
  const [list, units] = [['Age'], { Age: 'years' }];
  expect(checkList('columns', list)).toBe(list);
  expect(() => checkList('columns', 'Age' as never)).toThrow(
    "`columns` is 'Age'; it must be an array; write ['Age']",
  );
  expect(() => checkList('columns', 5 as never)).toThrow('`columns` is 5; it must be an array');
  expect(checkNamed('units', units)).toBe(units);
  for (const wrong of [null, 5, ['years']])
    expect(() => checkNamed('units', wrong as never)).toThrow(
      /^`units` is .+; it must be an object with an entry for each name$/,
    );
});
