import { roundDecimals } from '../../core/round';
import { escapeHtml } from '../escapeHtml';
import type { ReportCard, ReportMeasure, ReportPoints } from '../report';
import { pointHtml } from './pointHtml';
import { segmentClass } from './segmentClass';

/** The card of a segment. */
export function cardHtml({ title, segment, warning, measures, groups }: ReportCard): string {
  return `<article class="card ${segmentClass(segment)}">
<h3>${escapeHtml(title)}</h3>
<dl class="shares">
${measures.map(measureHtml).join('\n')}
</dl>
${warning ? `<p class="warning">${escapeHtml(warning)}</p>\n` : ''}<div class="groups">
${groups.map(groupHtml).join('\n')}
</div>
</article>`;
}

function measureHtml({ label, value, share }: ReportMeasure): string {
  const bar =
    share === undefined
      ? ''
      : `<span class="bar" aria-hidden="true"><span style="width:${roundDecimals(100 * share, 1)}%"></span></span>`;
  return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}${bar}</dd></div>`;
}

function groupHtml({ heading, points }: ReportPoints): string {
  return `<section>
<h4>${escapeHtml(heading)}</h4>
<ul>
${points.map(pointHtml).join('\n')}
</ul>
</section>`;
}
