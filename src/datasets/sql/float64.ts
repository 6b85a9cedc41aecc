/** A number as it may stand in a statement, every digit of it kept. */
export function float64(value: number): string {
  return `CAST('${value}' AS DOUBLE PRECISION)`;
}
