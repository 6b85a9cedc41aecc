/** The rows that one object holds, and where. */
export interface RecordList {
  /** Names that lead to it, joined by points. */
  name: string;
  items: readonly unknown[];
}

/** Answers of interfaces wrap their rows in a few objects: { data: { orders: { edges: [ … ] } } }. */
const DEEPEST = 5;

/**
 * The one list of objects that an object holds, by itself or in objects within it, such as that of { orders: [ … ] };
 * undefined where there is none, or more than one. Items that wrap their object as { node: { … } } are unwrapped.
 * Cost: O(values outside of lists).
 */
export function recordList(value: unknown): RecordList | undefined {
  const lists = listsWithin(value, [], DEEPEST);
  if (lists.length !== 1) return undefined;
  const [{ name, items }] = lists;
  const areNodes = items.every((item) => isObject((item as { node?: unknown }).node));
  return { name, items: areNodes ? items.map((item) => (item as { node: unknown }).node) : items };
}

function listsWithin(value: unknown, path: readonly string[], deep: number): RecordList[] {
  if (!isObject(value) || deep === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const names = [...path, key];
    if (!Array.isArray(inner)) return listsWithin(inner, names, deep - 1);
    return inner.length > 0 && inner.every(isObject) ? [{ name: names.join('.'), items: inner }] : [];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
