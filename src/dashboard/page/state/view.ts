import { signal } from '@preact/signals';
import type { Settings } from '../../settings';
import { LEFT_TO_THE_ENGINE, MEMBER_NAMES, readSettings } from './settingsAddress';

/** All that a link to the page says: what is grouped, how, and what is looked at. */
export interface View extends Settings {
  /** By its name; the first when absent. */
  tab?: string;
  source?: string;
  picture: '2d' | '3d' | 'columns';
  x?: string;
  y?: string;
  /** The column and the category shown in detail. */
  box?: string;
  category?: string;
  /** Segments looked at; all when absent. */
  segments?: number[];
  /** What customers must be like to be shown. */
  filters: Filter[];
  /** What customers listed must hold; all are when it is empty. */
  search: string;
  /** What customers are listed by, by a column's name, '' for the segment; as they came when absent. */
  sort?: Sorting;
  /** Which page of the list, from 1. */
  page: number;
  /** What other tables are sorted by, as [table, '+column'], or '-column' from high to low. */
  orders: [string, string][];
  /** What the customer of the prediction is set to, as [column, value]. */
  customer: [string, string][];
  /** The file of customers that are put into their segments. */
  scored?: string;
}

/** An order of customers. */
export interface Sorting {
  column: string;
  descending: boolean;
}

/** A range of a column, ends included, or one of its categories. */
export type Filter = RangeFilter | CategoryFilter;

/** Customers from one value to another of a column, or of an axis of the picture ('PC1', …). */
export interface RangeFilter {
  column: string;
  from: number;
  to: number;
}

/** Customers of one category. */
export interface CategoryFilter {
  column: string;
  is: string;
}

const PICTURES = ['2d', '3d', 'columns'] as const;
const LAST_PAGE = 1_000_000;
/** No longer search is answered. */
export const MAX_SEARCH_LENGTH = 500;

/** The view that an address stands for. What it says wrongly is as if it were not there. */
export function readAddress(search: string): View {
  const given = new URLSearchParams(search);
  const one = <T extends string>(name: string, allowed: readonly T[]): T =>
    allowed.find((value) => value === given.get(name)) ?? allowed[0];
  const segments = given.getAll('segment').map(Number).filter(Number.isInteger);
  return {
    ...readSettings(given),
    tab: given.get('tab') ?? undefined,
    source: given.get('source') ?? undefined,
    picture: one('picture', PICTURES),
    x: given.get('x') ?? undefined,
    y: given.get('y') ?? undefined,
    box: given.get('box') ?? undefined,
    category: given.get('category') ?? undefined,
    segments: segments.length > 0 ? segments : undefined,
    filters: [...given.getAll('filter').flatMap(readRange), ...given.getAll('only').flatMap(readCategory)],
    search: (given.get('search') ?? '').slice(0, MAX_SEARCH_LENGTH),
    sort: readPair(given.get('sort') ?? '').map(readSorting)[0],
    page: readPage(given.get('page')),
    orders: given.getAll('order').flatMap(readPair),
    customer: given.getAll('set').flatMap(readPair),
    scored: given.get('scored') ?? undefined,
  };
}

/** Of the list of customers, from 1. */
function readPage(text: string | null): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1;
}

/** 'Income~30~60'; a column's name may hold a tilde itself. */
function readRange(text: string): RangeFilter[] {
  const [, column, low, high] = /^(.*)~([^~]*)~([^~]*)$/s.exec(text) ?? [];
  const [from, to] = [Number(low), Number(high)];
  return column !== undefined && from <= to ? [{ column, from, to }] : [];
}

function readCategory(text: string): CategoryFilter[] {
  return readPair(text).map(([column, is]) => ({ column, is }));
}

/** 'Gender~Female', either part written so that it holds no tilde. */
function readPair(text: string): [string, string][] {
  const parts = text.split('~');
  return parts.length === 2 ? [parts.map(withTildes) as [string, string]] : [];
}

/** 'Income~down'; any other word for the direction is as 'up'. */
function readSorting([column, direction]: [string, string]): Sorting {
  return { column, descending: direction === 'down' };
}

function writePair(...parts: [string, string]): string {
  return parts.map((part) => part.replaceAll('%', '%25').replaceAll('~', '%7E')).join('~');
}

function withTildes(part: string): string {
  return part.replaceAll('%7E', '~').replaceAll('%25', '%');
}

/** The address of a view; what is as by default is left out. */
export function writeAddress(view: View): string {
  const written = new URLSearchParams();
  const plain = readAddress('');
  for (const [name, value] of Object.entries(view)) {
    if (value === undefined || value === plain[name as keyof View]) continue;
    const values = Array.isArray(value) ? value : [value];
    for (const item of values) written.append(...spell(name, item));
  }
  const search = written.toString();
  return search === '' ? location.pathname : `?${search}`;
}

const SINGULAR: Readonly<Record<string, string>> = {
  ...MEMBER_NAMES,
  segments: 'segment',
  orders: 'order',
  customer: 'set',
};

/** The name and the value of a part of the address. */
function spell(name: string, item: string | number | Filter | Sorting | [string, string]): [string, string] {
  if (Array.isArray(item)) return [SINGULAR[name], writePair(...item)];
  if (typeof item !== 'object') return [SINGULAR[name] ?? name, String(item)];
  if ('descending' in item) return [name, writePair(item.column, item.descending ? 'down' : 'up')];
  if ('is' in item) return ['only', writePair(item.column, item.is)];
  return ['filter', `${item.column}~${item.from}~${item.to}`];
}

/** What is shown now. */
export const view = signal<View>(readAddress(location.search));

/** Whether the entry of the history that is here is of a text that is still being typed. */
let typing = false;

/** Changes the view. It becomes an entry of the history, except while something is still being moved. */
export function change(patch: Partial<View>, { passing = false } = {}): void {
  const next = { ...view.value, ...(listsOthers(patch) && { page: 1 }), ...patch };
  const address = writeAddress(next);
  const here = location.search === '' ? location.pathname : location.search;
  if (passing) history.replaceState(null, '', address);
  else if (address !== here) history.pushState(null, '', address);
  typing = false;
  view.value = next;
}

/** Changes what is typed letter by letter: all of it is one entry of the history. */
export function changeTyping(patch: Partial<View>): void {
  change(patch, { passing: typing });
  typing = true;
}

/** What is typed is done: more of it is an entry of its own. */
export function commitTyping(): void {
  typing = false;
}

/** Whether a change is one of which customers are listed, or how: the list is then seen from its first page. */
function listsOthers(patch: Partial<View>): boolean {
  return Object.keys(patch).some((name) => !BESIDE_THE_LIST.has(name));
}

const BESIDE_THE_LIST = new Set([
  ...['tab', 'picture', 'x', 'y', 'box', 'category', 'orders', 'customer', 'scored'],
]);

/** Changes how customers are grouped: other segments and other axes, so what was filtered by them is shown again. */
export function regroup(patch: Partial<View>): void {
  const { filters } = view.value;
  const lasting = filters.filter(({ column }) => !isAxis(column));
  change({ ...patch, segments: undefined, filters: lasting.length < filters.length ? lasting : filters });
}

/** Whether a filter is about an axis of the projection. */
export function isAxis(column: string): boolean {
  return /^PC\d$/.test(column);
}

addEventListener('popstate', () => {
  typing = false;
  view.value = readAddress(location.search);
});

/** What another table starts with: everything that belonged to the one before is forgotten. */
export const DEFAULT_VIEW: Partial<View> = {
  ...LEFT_TO_THE_ENGINE,
  pca: 0,
  x: undefined,
  y: undefined,
  box: undefined,
  category: undefined,
  segments: undefined,
  filters: [],
  search: '',
  sort: undefined,
  page: 1,
  orders: [],
  customer: [],
  scored: undefined,
};
