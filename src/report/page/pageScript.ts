import { darkColors } from './darkColors';
import { WIDTH_ON_PAPER } from './paper';
import { scriptJson } from './scriptJson';

/**
 * What the page does by itself, in the language of browsers: draws a figure when the reader comes near it, and the
 * rest when there is time; follows the reader's choice of light or dark; on paper draws all of them light and narrow;
 * sorts tables by their headings.
 */
export const pageScript = `
'use strict';
(() => {
  const DARK = ${scriptJson(darkColors)};
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const figures = [...document.querySelectorAll('figure')].map((figure) => ({
    plot: figure.querySelector('.plot'),
    json: figure.querySelector('script').textContent,
    drawn: false,
  }));

  /** Colors are told from other text by the name of what holds them; text on colored cells and bars keeps its own. */
  const darken = (value, isColor) => {
    if (typeof value === 'string') return isColor ? DARK[value] ?? value : value;
    if (Array.isArray(value)) return value.map((item) => darken(item, isColor));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) =>
        [key, /textfont$/.test(key) ? item : darken(item, /color$/.test(key))]),
    );
  };

  const fill = (words, width) => {
    const lines = [''];
    for (const word of words) {
      const last = lines.length - 1;
      if (lines[last] === '') lines[last] = word;
      else if (lines[last].length + 1 + word.length <= width) lines[last] += ' ' + word;
      else lines.push(word);
    }
    return lines;
  };
  /** Titles come wrapped for a narrow column: in a wide one they take fewer lines, and give their room back. */
  const widen = (layout, width) => {
    if (!layout.title?.pad || !layout.margin) return;
    let spared = 0;
    const rewrap = (part, perLetter, perLine) => {
      if (!part || !part.text) return;
      const before = part.text.split('<br>');
      const words = before.join(' ').replace(/ = /g, '\\u00a0=\\u00a0').split(' ');
      const after = fill(words, Math.max(46, Math.floor((width - 40) / perLetter)));
      if (after.length >= before.length) return;
      part.text = after.join('<br>');
      spared += (before.length - after.length) * perLine;
    };
    rewrap(layout.title, 7.8, 21);
    rewrap(layout.title.subtitle, 5.9, 16);
    layout.title.pad.t = layout.title.text.includes('<br>') ? 22 : 16;
    layout.margin.t -= spared;
    layout.height -= spared;
  };

  const draw = (figure, onPaper = false) => {
    figure.drawn = true;
    const { plot } = figure;
    try {
      const read = JSON.parse(figure.json);
      const { data, layout, config } = dark.matches && !onPaper ? darken(read, false) : read;
      const width = onPaper ? Math.min(plot.clientWidth, ${WIDTH_ON_PAPER}) : plot.clientWidth;
      widen(layout, width);
      plot.style.minHeight = 0;
      const size = onPaper ? { width } : { autosize: true };
      const drawing = Plotly.react(plot, data, { ...layout, ...size }, config);
      for (const svg of plot.querySelectorAll('.main-svg')) svg.setAttribute('aria-hidden', 'true');
      return drawing;
    } catch (error) {
      plot.textContent = plot.getAttribute('aria-label') + ' (This figure could not be drawn.)';
      console.error(error);
    }
  };

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const figure = figures.find(({ plot }) => plot === target);
      if (isIntersecting && !figure.drawn) draw(figure);
    }
  }, { rootMargin: '600px' });
  for (const { plot } of figures) near.observe(plot);

  const rest = async () => {
    for (const figure of figures) {
      if (!figure.drawn) await draw(figure);
      await new Promise((next) => setTimeout(next, 20));
    }
    document.documentElement.dataset.figures = 'drawn';
  };
  setTimeout(rest, 200);

  const redraw = (onPaper) => figures.forEach((figure) => draw(figure, onPaper));
  dark.addEventListener('change', () => redraw(false));
  addEventListener('beforeprint', () => redraw(true));
  addEventListener('afterprint', () => redraw(false));

  const valueOf = (row, j) => {
    const { dataset, textContent } = row.cells[j];
    return dataset.value === undefined ? textContent : Number(dataset.value);
  };
  /** Numbers before text, text as people order it; a missing value is text. */
  const compare = (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
    return a.localeCompare(b, document.documentElement.lang, { numeric: true });
  };
  const sort = (table, heading) => {
    const j = heading.cellIndex;
    const isNumber = heading.classList.contains('number');
    const before = heading.getAttribute('aria-sort');
    const descending = before ? before === 'ascending' : isNumber;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: valueOf(row, j) }));
    const missing = ({ value }) => isNumber && typeof value !== 'number';
    rows.sort((a, b) => missing(a) - missing(b) || (descending ? -1 : 1) * compare(a.value, b.value));
    table.tBodies[0].append(...rows.map(({ row }) => row));
  };
  for (const table of document.querySelectorAll('table')) {
    if (table.tBodies[0].rows.length < 2) continue;
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => sort(table, heading));
    }
  }
})();
`;
