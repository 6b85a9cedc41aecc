import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import { silhouette } from '../../../src/evaluate/indices/silhouette';
import { giveBack, kernels, lend } from '../../../src/tensor/simd/kernels';

test('blocks do not overlap, and what is given back is lent again', () => {
  const [a, b, c] = [lend(100), lend(200), lend(300)];
  const ends = [a, b, c].map(({ at, bytes }) => [at, at + bytes]);
  expect(ends[1][0]).toBeGreaterThanOrEqual(ends[0][1]);
  expect(ends[2][0]).toBeGreaterThanOrEqual(ends[1][1]);
  giveBack(b);
  const again = lend(150);
  expect(again.at).toBe(b.at);
  const larger = lend(250);
  expect(larger.at).toBeGreaterThanOrEqual(c.at + c.bytes);
  for (const block of [a, c, again, larger]) giveBack(block);
});

test('what is given back twice takes nothing from others', () => {
  const [a, b] = [lend(64), lend(64)];
  giveBack(a);
  giveBack(a);
  const c = lend(128);
  expect(c.at).toBeGreaterThanOrEqual(b.at + b.bytes);
  giveBack(b);
  giveBack(c);
});

test('memory grows for a large block and is let go when nothing is lent any more', () => {
  const block = lend(100 * 2 ** 20);
  expect(kernels().memory.buffer.byteLength).toBeGreaterThanOrEqual(100 * 2 ** 20);
  giveBack(block);
  expect(kernels().memory.buffer.byteLength).toBeLessThan(2 ** 20);
});

test('more than there can be is refused in words, and nothing stays lent', () => {
  expect(() => lend(5 * 2 ** 30)).toThrow(/too large: WebAssembly holds 4 GiB/);
  const block = lend(16);
  expect(block.at).toBe(0);
  giveBack(block);
});

test('fits and silhouettes give back all that they were lent', () => {
  const X = Array.from({ length: 300 }, (_, i) => [i % 7, i % 11, (i * i) % 13]);
  const { labels } = new KMeans({ nClusters: 4, seed: 1 }).fit(X);
  silhouette(X, labels);
  const block = lend(16);
  expect(block.at).toBe(0);
  giveBack(block);
});
