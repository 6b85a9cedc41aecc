/** Tells a person how far the notebooks are: one line each when done, and on a terminal a line of what runs. */

const CLEAR_LINE = '\r\u001b[2K';

/** @param stream where to write: stderr where stdout carries the JSON report. */
export function createProgress(stream) {
  const running = new Map();
  const isLive = stream.isTTY === true;

  const line = () =>
    [...running].map(([name, { finished, total }]) => `${name} ${finished}/${total}`).join(' · ');
  const draw = () => isLive && stream.write(CLEAR_LINE + line().slice(0, (stream.columns ?? 80) - 1));
  const say = (text) => {
    stream.write(`${isLive ? CLEAR_LINE : ''}${text}\n`);
    draw();
  };

  return {
    start(name) {
      running.set(name, { finished: 0, total: '?' });
      if (isLive) draw();
      else say(`running ${name}`);
    },
    update(name, finished, total) {
      running.set(name, { finished, total });
      draw();
    },
    done(report) {
      running.delete(report.notebook);
      say(describe(report));
    },
    end: () => isLive && stream.write(CLEAR_LINE),
  };
}

/** The outcome of one notebook in words. */
export function describe({ notebook, problems, cells, figures, seconds, files }) {
  const time = `${seconds.toFixed(1)} s`;
  if (problems.length === 0) {
    const made = files.length > 0 ? ` → ${files.join(', ')}` : '';
    return `✓ ${notebook}: ${cells} cells, ${figures} figures, ${time}${made}`;
  }
  return [`✗ ${notebook} (${time})`, ...problems.map(describeProblem)].join('\n');
}

function describeProblem({ cell, firstLine, message }) {
  const where = cell ? `cell In [${cell}], \`${firstLine}\`\n` : '';
  return indent(where + (cell ? indent(message, '  ') : message), '    ');
}

function indent(text, by) {
  return text
    .split('\n')
    .map((line) => by + line)
    .join('\n');
}
