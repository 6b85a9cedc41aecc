import { signal } from '@preact/signals';

/** All that a link to the page says: what is grouped, how, and what is looked at. */
export interface View {
  tab: 'main' | 'analysis' | 'prediction';
  source?: string;
  columns?: string[];
  algorithm: 'kmeans' | 'agglomerative' | 'dbscan' | 'kprototypes';
  k?: number;
  eps?: number;
  minSamples: number;
  linkage: 'ward' | 'complete' | 'average' | 'single';
  scale: 'standard' | 'minmax' | 'robust' | 'none';
  pca: number;
  seed: number;
  picture: '2d' | '3d' | 'columns';
  x?: string;
  y?: string;
  /** Segments looked at; all when absent. */
  segments?: number[];
  /** Ranges that customers must lie in to be shown. */
  filters: Filter[];
}

/** A range of a column, ends included. */
export interface Filter {
  column: string;
  from: number;
  to: number;
}

const TABS = ['main', 'analysis', 'prediction'] as const;
const ALGORITHMS = ['kmeans', 'agglomerative', 'dbscan', 'kprototypes'] as const;
const LINKAGES = ['ward', 'complete', 'average', 'single'] as const;
const SCALES = ['standard', 'minmax', 'robust', 'none'] as const;
const PICTURES = ['2d', '3d', 'columns'] as const;

/** The view that an address stands for. What it says wrongly is as if it were not there. */
export function readAddress(search: string): View {
  const given = new URLSearchParams(search);
  const number = (name: string, least: number, most: number) => {
    const value = given.get(name);
    const read = value === null || value === '' ? Number.NaN : Number(value);
    return read >= least && read <= most ? read : undefined;
  };
  const whole = (name: string, least: number, most: number) => {
    const read = number(name, least, most);
    return Number.isInteger(read) ? read : undefined;
  };
  const one = <T extends string>(name: string, allowed: readonly T[]): T =>
    allowed.find((value) => value === given.get(name)) ?? allowed[0];
  const columns = given.getAll('column');
  const segments = given.getAll('segment').map(Number).filter(Number.isInteger);
  return {
    tab: one('tab', TABS),
    source: given.get('source') ?? undefined,
    columns: columns.length > 0 ? columns : undefined,
    algorithm: one('algorithm', ALGORITHMS),
    k: whole('k', 1, 50),
    eps: number('eps', Number.MIN_VALUE, 1e9),
    minSamples: whole('minSamples', 1, 10_000) ?? 5,
    linkage: one('linkage', LINKAGES),
    scale: one('scale', SCALES),
    pca: whole('pca', 0, 100) ?? 0,
    seed: whole('seed', 0, 4_294_967_295) ?? 0,
    picture: one('picture', PICTURES),
    x: given.get('x') ?? undefined,
    y: given.get('y') ?? undefined,
    segments: segments.length > 0 ? segments : undefined,
    filters: given.getAll('filter').flatMap(readFilter),
  };
}

/** 'Income~30~60'; a column's name may hold a tilde itself. */
function readFilter(text: string): Filter[] {
  const [, column, low, high] = /^(.*)~([^~]*)~([^~]*)$/s.exec(text) ?? [];
  const [from, to] = [Number(low), Number(high)];
  return column !== undefined && from <= to ? [{ column, from, to }] : [];
}

/** The address of a view; what is as by default is left out. */
export function writeAddress(view: View): string {
  const written = new URLSearchParams();
  const plain = readAddress('');
  for (const [name, value] of Object.entries(view)) {
    if (value === undefined || value === plain[name as keyof View]) continue;
    const values = Array.isArray(value) ? value : [value];
    for (const item of values) written.append(SINGULAR[name] ?? name, spell(item));
  }
  const search = written.toString();
  return search === '' ? location.pathname : `?${search}`;
}

const SINGULAR: Record<string, string> = { columns: 'column', segments: 'segment', filters: 'filter' };

function spell(item: string | number | Filter): string {
  return typeof item === 'object' ? `${item.column}~${item.from}~${item.to}` : String(item);
}

/** What is shown now. */
export const view = signal<View>(readAddress(location.search));

/** Changes the view. It becomes an entry of the history, except while something is still being moved. */
export function change(patch: Partial<View>, { passing = false } = {}): void {
  const next = { ...view.value, ...patch };
  const address = writeAddress(next);
  const here = location.search === '' ? location.pathname : location.search;
  if (passing) history.replaceState(null, '', address);
  else if (address !== here) history.pushState(null, '', address);
  view.value = next;
}

addEventListener('popstate', () => {
  view.value = readAddress(location.search);
});

/** What another table starts with: everything that belonged to the one before is forgotten. */
export const FRESH: Partial<View> = {
  columns: undefined,
  k: undefined,
  eps: undefined,
  pca: 0,
  x: undefined,
  y: undefined,
  segments: undefined,
  filters: [],
};
