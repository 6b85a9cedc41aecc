import { escapeHtml } from '../escapeHtml';
import { plotlyJson } from '../plotlyJson';
import type { ReportBlock, ReportMeasure } from '../report';
import { cardHtml } from './cardHtml';
import { pointHtml } from './pointHtml';
import { scriptJson } from './scriptJson';
import { sortableTableHtml } from './sortableTableHtml';

/** A piece of a section as HTML. */
export function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.points.map(pointHtml).join('\n')}\n</ul>`;
    case 'verdict':
      return `<p class="verdict ${block.verdict}">${escapeHtml(block.text)}</p>`;
    case 'measures':
      return `<dl class="measures">\n${block.measures.map(measureHtml).join('\n')}\n</dl>`;
    case 'cards':
      return `<div class="cards">\n${block.cards.map(cardHtml).join('\n')}\n</div>`;
    case 'figure':
      return figureHtml(block);
    case 'table':
      return sortableTableHtml(block.table, block.note);
    case 'code':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
  }
}

function measureHtml({ label, value }: ReportMeasure): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

/**
 * The height is set before the figure is drawn, so that nothing moves when it is. No image by role: its buttons must
 * stay in reach; the drawing itself is hidden from screen readers, who have the description.
 */
function figureHtml({ figure, reading }: Extract<ReportBlock, { kind: 'figure' }>): string {
  const description = escapeHtml(figure.description);
  const height = Math.round(Number(figure.layout.height ?? 450));
  const json = plotlyJson(figure);
  return `<figure>
<div class="plot" role="group" aria-label="${description}" style="min-height:${height}px"></div>
<script type="application/json">${scriptJson(json)}</script>
<noscript><p class="undrawn">${description} (The picture needs scripts to be allowed.)</p></noscript>
${reading ? `<figcaption>${escapeHtml(reading)}</figcaption>\n` : ''}</figure>`;
}
