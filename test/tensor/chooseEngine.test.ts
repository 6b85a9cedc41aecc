import { engineFor, useEngine } from '../../src/tensor/chooseEngine';

const small = { kernel: 'kMeans', multiplications: 1000 } as const;
const VARIABLE = 'CUSTOMER_SEGMENTATION_ENGINE';

afterEach(() => {
  useEngine('auto');
  delete process.env[VARIABLE];
});

test('small work is done in plain loops, by the size alone', () => {
  expect(engineFor(small).name).toBe('plain');
});

test('whoever asks for plain loops has them for any work', () => {
  useEngine('plain');
  expect(engineFor({ kernel: 'kMeans', multiplications: 1e15 }).name).toBe('plain');
  useEngine('auto');
  process.env[VARIABLE] = 'plain';
  expect(engineFor({ kernel: 'distanceSums', multiplications: 1e15 }).name).toBe('plain');
});

test('a name that is none is refused, in the environment too', () => {
  expect(() => useEngine('cuda' as 'plain')).toThrow("it must be one of 'plain', 'native', 'auto'");
  process.env[VARIABLE] = 'cuda';
  expect(() => engineFor(small)).toThrow("`CUSTOMER_SEGMENTATION_ENGINE` is 'cuda'");
});

test('where TensorFlow does not load, plain loops do all work, and asking for it is a mistake that says so', () => {
  jest.isolateModules(() => {
    jest.doMock('../../src/tensor/native/tensorflow', () => ({
      tensorflow: () => {
        throw new Error('Cannot find module');
      },
    }));
    const fresh: typeof import('../../src/tensor/chooseEngine') = require('../../src/tensor/chooseEngine');
    expect(fresh.isNativeMissed()).toBe(false);
    expect(fresh.engineFor({ kernel: 'kMeans', multiplications: 1e15 }).name).toBe('plain');
    expect(fresh.isNativeMissed()).toBe(true);
    expect(() => fresh.useEngine('native')).toThrow('npm install @tensorflow/tfjs-node');
  });
  jest.dontMock('../../src/tensor/native/tensorflow');
});
