/** Brings an executed notebook to the form that is kept: the same run gives the same bytes. */
import { homedir } from 'node:os';
import { ROOT } from '../setup/paths.mjs';
import { displaysOf, executedCells, firstLine, PLOTLY_MIME, textOf } from './notebook.mjs';

/** Numbers the executed cells, joins text that was printed piece by piece, drops times of execution. */
export function tidy(notebook) {
  executedCells(notebook).forEach((cell, index) => {
    cell.execution_count = index + 1;
  });
  for (const cell of notebook.cells) {
    delete cell.metadata.execution;
    if (cell.cell_type === 'code') cell.outputs = joinStreams(cell.outputs);
  }
  return notebook;
}

/** As Jupyter writes it: one space of indentation, a line break at the end. */
export function serialize(notebook) {
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** What must not be committed: paths of this machine, figures that a viewer without JavaScript cannot show. */
export function unfitToCommit(notebook) {
  return executedCells(notebook).flatMap((cell, index) => {
    const at = { cell: index + 1, firstLine: firstLine(cell) };
    const problems = [];
    const words = JSON.stringify(cell.outputs, (key, value) => (key === 'image/jpeg' ? undefined : value));
    if (words.includes(ROOT) || words.includes(homedir() + '/')) {
      problems.push({ ...at, kind: 'machine-path', message: 'its output names a folder of this machine' });
    }
    if (displaysOf(cell).some(({ data }) => PLOTLY_MIME in data && !('image/jpeg' in data))) {
      const message =
        'a figure has no still picture; a Chrome is needed to commit notebooks (see `CHROME_PATH`)';
      problems.push({ ...at, kind: 'no-picture', message });
    }
    return problems;
  });
}

function joinStreams(outputs) {
  const joined = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name) {
      last.text = textOf(last.text) + textOf(output.text);
    } else joined.push({ ...output });
  }
  return joined.map((output) =>
    output.output_type === 'stream' ? { ...output, text: asLines(output.text) } : output,
  );
}

function asLines(text) {
  return textOf(text).split(/(?<=\n)/);
}
