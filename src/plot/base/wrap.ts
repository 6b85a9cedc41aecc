/**
 * Breaks text at spaces into lines of at most `width` characters, as few as possible and about equally long;
 * Plotly's line break is `<br>`. `r = 0.82` stays together.
 */
export function wrap(text: string, width: number): string {
  const words = text.replace(/ = /g, '\u00a0=\u00a0').split(' ');
  const fewest = fill(words, width).length;
  let narrowest = Math.ceil(text.length / fewest);
  while (fill(words, narrowest).length > fewest) narrowest++;
  return fill(words, narrowest).join('<br>').replaceAll('\u00a0', ' ');
}

function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + 1 + word.length <= width) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
