/** Small readings of a notebook's JSON. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export const PLOTLY_MIME = 'application/vnd.plotly.v1+json';

/** What a notebook's file holds. @throws Error in words where it holds no notebook. */
export function readNotebook(path) {
  const text = readFileSync(path, 'utf8');
  try {
    const notebook = JSON.parse(text);
    if (Array.isArray(notebook.cells)) return notebook;
  } catch {
    // no JSON: the same remedy
  }
  throw new Error(
    `${basename(path)} is damaged: it holds no notebook; get it again, e.g. git checkout -- ${path}`,
  );
}

/** Source and text outputs are kept as one string or as lines. */
export function textOf(value) {
  return Array.isArray(value) ? value.join('') : (value ?? '');
}

/** The code cells that are executed, in order: blank ones and those tagged `skip-execution` are passed over. */
export function executedCells(notebook) {
  return notebook.cells.filter(
    (cell) =>
      cell.cell_type === 'code' &&
      textOf(cell.source).trim() !== '' &&
      !cell.metadata?.tags?.includes('skip-execution'),
  );
}

/** How a cell is named to a person: its first line that says something. */
export function firstLine(cell) {
  const lines = textOf(cell.source)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const line = lines.find((text) => !text.startsWith('//')) ?? lines[0] ?? '';
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Everything that was displayed, in the order of the page. */
export function displaysOf(cell) {
  return cell.outputs.filter((output) => output.output_type === 'display_data');
}

/** What was printed, as one text. */
export function printed(cell, name) {
  return cell.outputs
    .filter((output) => output.output_type === 'stream' && output.name === name)
    .map((output) => textOf(output.text))
    .join('');
}
