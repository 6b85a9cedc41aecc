import { roundDigits } from '../core/round';
import type { Figure } from '../plot/base/figure';
import { plotlyText } from './plotlyText';

/** No button that sends a picture, customers included, to a server of Plotly's. */
const STAYS_HERE = { showSendToCloud: false, plotlyServerURL: '' };

/**
 * The figure as plain JSON values: typed arrays as arrays, fractions to 8 digits (more cannot be seen), markup out of
 * data (links, spans) as text.
 */
export function plotlyJson({ data, layout }: Figure): { data: unknown; layout: unknown; config: unknown } {
  // prices such as 5 $ are no formulas
  const config = { responsive: true, displaylogo: false, typesetMath: false, ...STAYS_HERE };
  return JSON.parse(JSON.stringify({ data, layout, config }, plainValue));
}

function plainValue(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (typeof value === 'string') return plotlyText(value);
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Number.isFinite(value) ? roundDigits(value, 8) : null;
}
