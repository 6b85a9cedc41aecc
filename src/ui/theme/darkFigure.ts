import type { Figure } from '../../plot/base/figure';
import { DARK } from './colors';
import { onDark } from './onDark';

type Trace = Figure['data'][number];

/**
 * A figure in the colors of a dark page. Scales of color stay, and with them the text in cells and bars, which was
 * chosen to be read on them.
 */
export function darkFigure({ data, layout, description }: Figure): Figure {
  return { data: data.map(darkTrace), layout: recolored(layout), description };
}

function darkTrace(trace: Trace): Trace {
  const changed = brighter(recolored(trace));
  return standsOnColor(trace) ? ({ ...changed, textfont: trace.textfont } as Trace) : changed;
}

function standsOnColor(trace: Trace): trace is Trace & { textfont: { color: unknown } } {
  const { type, textfont } = trace as { type?: string; textfont?: { color: unknown } };
  return textfont !== undefined && (type !== 'scatter' || Array.isArray(textfont.color));
}

/** Points that let a white ground through would let a dark one through too, and be dim. */
function brighter(trace: Trace): Trace {
  const { marker } = trace as { marker?: { opacity?: number } };
  if (typeof marker?.opacity !== 'number') return trace;
  return { ...trace, marker: { ...marker, opacity: Math.min(1, marker.opacity + 0.25) } } as Trace;
}

/** Colors are told from other texts by the name of what holds them. */
function recolored<T>(value: T, name = ''): T {
  if (typeof value === 'string') return recoloredText(value, name) as T;
  if (Array.isArray(value))
    return (typeof value[0] === 'number' ? value : value.map((item) => recolored(item, name))) as T;
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recolored(item, key)])) as T;
}

function recoloredText(text: string, name: string): string {
  if (name === 'shadow') return text.replaceAll('#FFF', DARK.sheet);
  return /color$/.test(name) ? onDark(text) : text;
}
