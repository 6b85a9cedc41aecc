import { wordsOf } from '../../../core/columnNames';
import { isObject } from '../../../core/isObject';

/** The rows that one object holds, and where. */
export interface RecordList {
  /** Names that lead to it, joined by points. */
  name: string;
  items: readonly unknown[];
}

/** Answers of interfaces wrap their rows in a few objects: { data: { orders: { edges: [ … ] } } }. */
const DEEPEST = 5;

/** Words of names that tell about an answer, not about a row: its page, its state, where there is more. */
const ABOUT_ANSWERS: ReadonlySet<string> = new Set(
  'count,total,page,pages,paging,pagination,per,limit,offset,first,last,next,previous,prev,cursor,has,link,links,url,token,size,meta,object,status,success,ok,code,message,error,errors,warnings,version,request,timestamp,took,extensions'.split(
    ',',
  ),
);

/**
 * The one list of objects that an object holds, by itself or in objects within it, such as that of { orders: [ … ] };
 * undefined where there is none, more than one, or anything beside it that is not about the answer: then the object is
 * a row itself, which holds a list. Items that wrap their object as { node: { … } } are unwrapped.
 * Cost: O(values outside of lists).
 */
export function recordList(value: unknown): RecordList | undefined {
  const lists = listsWithin(value, [], DEEPEST);
  if (lists.length !== 1 || saysMore(value as object, DEEPEST)) return undefined;
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

/** Whether anything stands outside of lists that is not about the answer. */
function saysMore(value: object, deep: number): boolean {
  return Object.entries(value).some(([key, inner]) => {
    if (inner === null || Array.isArray(inner)) return false;
    if (
      wordsOf(key)
        .split(/[^a-z]+/)
        .some((word) => ABOUT_ANSWERS.has(word))
    )
      return false;
    return !isObject(inner) || deep === 0 || saysMore(inner, deep - 1);
  });
}
