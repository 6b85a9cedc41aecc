import { formatCell } from '../core/format';
import type { Table } from '../core/table';
import { MARKDOWN_DOLLAR } from '../ui/noFormulas';
import { columnHeading, isNumericColumn } from '../ui/table/columns';
import { stripBidiControls } from './escapeHtml';
import type { Report, ReportBlock, ReportCard, ReportMeasure, ReportPoint, ReportSection } from './report';

/**
 * The report as Markdown (CommonMark with tables), for notebooks and repositories. Figures are told in a sentence.
 * Every text is escaped: it is shown as it is, markup and all.
 *
 * @example
 * reportMarkdown({ title: 'Orders', subtitle: 'One *year*', sections: [] }); // '# Orders\n\nOne \\*year\\*\n'
 */
export function reportMarkdown(report: Report): string {
  const parts = [`# ${escaped(report.title)}`, escaped(report.subtitle), ...report.sections.map(sectionText)];
  return `${parts.join('\n\n')}\n`;
}

function sectionText({ title, blocks }: ReportSection): string {
  return [`## ${escaped(title)}`, ...blocks.map(blockText)].join('\n\n');
}

function blockText(block: ReportBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return escaped(block.text);
    case 'list':
      return block.points.map(pointText).join('\n');
    case 'verdict':
      return `> **${escaped(block.text)}**`;
    case 'measures':
      return measuresText(block.measures);
    case 'cards':
      return block.cards.map(cardText).join('\n\n');
    case 'figure':
      return figureText(block);
    case 'table':
      return tableText(block.table, block.note);
    case 'code':
      return block.text.replace(/^/gm, '    ');
  }
}

function measuresText(measures: readonly ReportMeasure[]): string {
  return measures.map(({ label, value }) => `**${escaped(label)}:** ${escaped(value)}`).join(' · ');
}

function cardText({ title, warning, measures, groups }: ReportCard): string {
  const parts = [`### ${escaped(title)}`, measuresText(measures)];
  if (warning) parts.push(`*${escaped(warning)}*`);
  for (const { heading, points } of groups)
    parts.push(`**${escaped(heading)}**`, points.map(pointText).join('\n'));
  return parts.join('\n\n');
}

function pointText({ about, text, reason }: ReportPoint): string {
  const lead = about === undefined ? '' : `**${escaped(about)}.** `;
  const grounds = reason === undefined ? '' : ` *${escaped(reason)}*`;
  return `- ${lead}${escaped(text)}${grounds}`;
}

function figureText({ figure, reading }: Extract<ReportBlock, { kind: 'figure' }>): string {
  const words = `*Figure: ${escaped(figure.description)}*`;
  return reading ? `${words}\n\n${escaped(reading)}` : words;
}

function tableText(table: Table, note: string | undefined): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [
    line(table.columns.map((column) => escaped(columnHeading(column)))),
    line(table.columns.map((_, j) => (isNumericColumn(table, j) ? '---:' : '---'))),
    ...table.rows.map((row) =>
      line(table.columns.map(({ format }, j) => escaped(formatCell(row[j] ?? null, format)))),
    ),
  ];
  const parts = [`**${escaped(table.caption)}**`, lines.join('\n')];
  if (note) parts.push(escaped(note));
  return parts.join('\n\n');
}

/** What Markdown, its tables, formulas in dollars and automatic links take for markup, on one line. */
function escaped(text: string): string {
  return stripBidiControls(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replaceAll('$', () => MARKDOWN_DOLLAR)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@')
    .replace(/^([-+](?= |$)|[-=]+$)/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');
}
