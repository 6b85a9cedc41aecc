/** The largest number whose square root is at most `eps`: a distance of exactly eps counts, however it was rounded. */
export function largestSquareWithin(eps: number): number {
  const square = new Float64Array([eps * eps]);
  const bits = new BigInt64Array(square.buffer);
  while (square[0] < Infinity && Math.sqrt(square[0]) <= eps) bits[0]++;
  bits[0]--;
  return square[0];
}
