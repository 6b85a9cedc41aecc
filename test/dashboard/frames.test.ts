import * as fc from 'fast-check';
import { encodeFrame, type Frame, frameReader, type TypedArray } from '../../src/dashboard/frames';

const numbers = fc.oneof(
  fc.float32Array(),
  fc.float64Array(),
  fc.int32Array(),
  fc.uint16Array(),
  fc.uint8Array(),
) as fc.Arbitrary<TypedArray>;

/** What JSON gives back as it was. */
const plain = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

const frames: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({
    kind: fc.constant('progress' as const),
    progress: fc.record({ step: fc.string(), done: fc.nat(), total: fc.nat() }),
  }),
  fc.record({
    kind: fc.constant('problem' as const),
    problem: fc.record({
      kind: fc.constantFrom('input' as const, 'canceled' as const, 'defect' as const),
      message: fc.string({ unit: 'binary' }),
    }),
  }),
  fc.record({
    kind: fc.constant('result' as const),
    result: fc.record({
      body: plain as fc.Arbitrary<unknown>,
      arrays: fc.dictionary(fc.string(), numbers, { noNullPrototype: true }),
    }),
  }),
);

function readIn(pieces: readonly Uint8Array[]): Frame[] {
  const read: Frame[] = [];
  const take = frameReader((frame) => read.push(frame));
  for (const piece of pieces) take(piece);
  return read;
}

test('frames come back as they were sent, however the answer is cut into pieces', () => {
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 4 }), fc.array(fc.nat(), { maxLength: 6 }), (sent, cuts) => {
      const bytes = Buffer.concat(sent.map(encodeFrame));
      const at = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
      const pieces = [0, ...at].map((from, i) => new Uint8Array(bytes.subarray(from, at[i] ?? bytes.length)));
      expect(readIn(pieces)).toEqual(sent);
    }),
    { numRuns: 200 },
  );
});

test('a frame comes out as soon as it is whole, byte by byte', () => {
  const frame: Frame = {
    kind: 'result',
    result: { body: { a: 1 }, arrays: { x: Float64Array.of(1, Number.NaN) } },
  };
  const bytes = encodeFrame(frame);
  const all = Array.from(bytes, (byte) => Uint8Array.of(byte));
  expect(readIn(all.slice(0, -1))).toEqual([]);
  expect(readIn(all)).toEqual([frame]);
});

test('views into larger memory are sent as what they show', () => {
  const view = Float32Array.of(9, 1, 2, 9).subarray(1, 3);
  const [frame] = readIn([encodeFrame({ kind: 'result', result: { body: null, arrays: { view } } })]);
  expect(frame).toEqual({ kind: 'result', result: { body: null, arrays: { view: Float32Array.of(1, 2) } } });
});

test('bytes that are no frame are not passed on', () => {
  expect(() => readIn([Uint8Array.of(7, 0, 0, 0, 0)])).toThrow('frame of unknown kind 7');
});
