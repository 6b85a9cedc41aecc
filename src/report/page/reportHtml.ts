import { createHash } from 'node:crypto';
import { escapeHtml } from '../escapeHtml';
import type { Report, ReportSection } from '../report';
import { blockHtml } from './blockHtml';
import { pageScript } from './pageScript';
import { pageStyle } from './pageStyle';
import { plotlySource } from './plotlySource';

/**
 * The report as one HTML file that needs nothing else: style, figures and plotly.js (once, 4.8 MB, only where there are
 * figures) stand in it, and its content security policy forbids every request and every script but its own. Every
 * text of the report is escaped. Without scripts all words and tables are there; figures are told in a sentence.
 *
 * @throws Error when plotly.js is not installed.
 * Cost: some 50 ms, most of it for plotly.js.
 *
 * @example
 * const html = reportHtml({ title: 'Orders <1>', subtitle: 'One year', sections: [] });
 * html.includes('<h1>Orders &lt;1&gt;</h1>'); // true
 */
export function reportHtml(report: Report): string {
  const scripts = hasFigures(report) ? [plotlySource(), pageScript] : [pageScript];
  const title = escapeHtml(report.title);
  const sections = report.sections.map((section, i) => ({ id: `part-${i + 1}`, section }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<div class="page">
<header>
<h1>${title}</h1>
<p class="subtitle">${escapeHtml(report.subtitle)}</p>
</header>
<nav aria-label="Contents">
<ol>
${sections.map(({ id, section }) => `<li><a href="#${id}">${escapeHtml(section.title)}</a></li>`).join('\n')}
</ol>
</nav>
<main id="report" tabindex="-1">
${sections.map(sectionHtml).join('\n')}
</main>
<footer><p>Made with customer-segmentation. This page needs no network and sends nothing anywhere.</p></footer>
</div>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
}

function sectionHtml({ id, section }: { id: string; section: ReportSection }): string {
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(section.title)}</h2>
${section.blocks.map(blockHtml).join('\n')}
</section>`;
}

function hasFigures({ sections }: Report): boolean {
  return sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'figure'));
}

/** Scripts by their hashes. Styles cannot be: Plotly writes style attributes and rules as it draws. */
function contentSecurityPolicy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
