import type { SegmentCondition } from '../../../src/segmentation/explain/conditions/condition';

/** Lines of a CSV file as records of texts, by nobody's reader but this one. */
export function parseCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [[]];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') cell += text[++at];
    else if (letter === '"') quoted = !quoted;
    else if (quoted || !/[,\n\r]/.test(letter)) cell += letter;
    else if (letter !== '\r') {
      lines[lines.length - 1].push(cell);
      cell = '';
      if (letter === '\n') lines.push([]);
    }
  }
  const [header, ...rows] = lines.filter((line) => line.length > 0);
  return rows.map((row) => Object.fromEntries(header.map((name, j) => [name, row[j] ?? ''])));
}

/** Whether a line of the file fits a condition, from what stands in it. */
export function fitsLine(line: Readonly<Record<string, string>>, condition: SegmentCondition): boolean {
  const { column, above = -Infinity, atMost = Infinity, levels, since } = condition;
  const cell = line[column].trim();
  if (cell === '' || cell === 'NA') return false;
  if (levels) return levels.includes(cell);
  const value = since ? timeSince(cell, since) : Number({ yes: 1, no: 0 }[cell] ?? cell);
  return value > above && value <= atMost;
}

function timeSince(day: string, { unit, asOf }: { unit: 'days' | 'years'; asOf: string }): number {
  const [from, to] = [new Date(`${day.slice(0, 10)}T00:00:00Z`), new Date(`${asOf}T00:00:00Z`)];
  if (unit === 'days') return (to.getTime() - from.getTime()) / 86_400_000;
  const early = to.toISOString().slice(5, 10) < from.toISOString().slice(5, 10);
  return to.getUTCFullYear() - from.getUTCFullYear() - (early ? 1 : 0);
}
