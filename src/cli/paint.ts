/** Colors for a stream: none where it is no terminal, or NO_COLOR is set (https://no-color.org). */
export function paint({
  isTTY,
}: {
  isTTY?: boolean;
}): Record<'bold' | 'dim' | 'red', (text: string) => string> {
  const colored = isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  const style = (open: number, close: number) => (text: string) =>
    colored ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39) };
}
