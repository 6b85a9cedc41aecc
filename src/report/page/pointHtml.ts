import { escapeHtml } from '../escapeHtml';
import type { ReportPoint } from '../report';

/** A point of a list. */
export function pointHtml({ about, text, because }: ReportPoint): string {
  const lead = about === undefined ? '' : `<strong>${escapeHtml(about)}.</strong> `;
  const ground = because === undefined ? '' : `<span class="because">${escapeHtml(because)}</span>`;
  return `<li>${lead}${escapeHtml(text)}${ground}</li>`;
}
