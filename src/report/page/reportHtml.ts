import { createHash } from 'node:crypto';
import { themeStyle } from '../../ui/theme/themeStyle';
import type { Report } from '../report';
import { builtScript, builtStyle } from './built';
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
 * html.includes('<h1>Orders &lt;1></h1>'); // true
 */
export function reportHtml(report: Report): string {
  const scripts = hasFigures(report) ? [plotlySource(), builtScript()] : [builtScript()];
  const { renderReport } = require('./render') as typeof import('./render');
  return renderReport({
    report,
    policy: contentSecurityPolicy(scripts),
    style: `${themeStyle('system')}\n${builtStyle()}`,
    scripts,
  });
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
