import { computed, effect, signal } from '@preact/signals';
import type { Figure } from '../../plot/base/figure';
import { printing } from './pictures/printing';

/** Light or dark: as the system says, until the reader chooses. */
const chosen = signal<'light' | 'dark' | null>(remembered());
const system = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(system.matches);
system.addEventListener('change', ({ matches }) => {
  systemIsDark.value = matches;
});

/** Whether the page is dark now; paper never is. */
export const dark = computed(() => !printing.value && isDark());

function isDark(): boolean {
  return chosen.value === null ? systemIsDark.value : chosen.value === 'dark';
}

effect(() => {
  document.documentElement.dataset.theme = dark.value ? 'dark' : 'light';
});

/** Turns light to dark and back, and remembers it. */
export function toggleTheme(): void {
  chosen.value = dark.value ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', chosen.value);
  } catch {
    // Storage may be forbidden; then the choice holds for this visit.
  }
}

/** A color as it can be seen on the page's ground. */
export function visible(color: string): string {
  return dark.value ? (ON_DARK[color.toUpperCase()] ?? color) : color;
}

/** What stands on white in a figure, and what takes its place on dark ground. */
const ON_DARK: Record<string, string> = {
  '#FFFFFF': '#16191D',
  '#2B2B2B': '#E4E7EB',
  '#000000': '#F5F5F5',
  '#5A6470': '#A8B2BD',
  '#9AA3AD': '#717C88',
  '#E6E8EB': '#2C3238',
  '#C9CED4': '#434B54',
  '#5B6B7F': '#9DB0C8',
  '#B2182B': '#FF6B6B',
  '#F7F7F7': '#2C3238',
};

/** The figure in the colors of the page. */
export function colored({ data, layout }: Figure, isDark: boolean): Pick<Figure, 'data' | 'layout'> {
  return isDark ? { data: data.map(traceOnDark), layout: recolored(layout) } : { data, layout };
}

type Trace = Figure['data'][number];

function traceOnDark(trace: Trace): Trace {
  const changed = brighter(recolored(trace));
  return standsOnColor(trace) ? ({ ...changed, textfont: trace.textfont } as Trace) : changed;
}

/** Text in cells and bars was chosen to be read on their colors, which are the same on dark ground. */
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

function recolored<T>(value: T): T {
  if (typeof value === 'string') return (ON_DARK[value.toUpperCase()] ?? value) as T;
  if (Array.isArray(value)) return (typeof value[0] === 'number' ? value : value.map(recolored)) as T;
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recolored(item)])) as T;
}

function remembered(): 'light' | 'dark' | null {
  try {
    const stored = localStorage.getItem('theme');
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
}
