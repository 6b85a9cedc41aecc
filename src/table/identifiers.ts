import { wordsOf } from '../core/columnNames';
import { codeNoun } from './codeNames';
import { namesCustomer } from './customerNames';

/** Names that stand for whoever has the number, and for nothing that could be more or less. */
const NUMBER_OF_SOMEBODY =
  /\b(id|uuid|guid)\b|\b(customer|client|member|user|account|order|invoice) (no|number|code)\b/;

/** Names of numbers that identify where no two are the same. */
const DISTINCT_NUMBER_WORDS = /\b(id|uuid|guid|key|index|unnamed|customer (no|number|code))\b/;

/** Names of texts that identify where few come up again. */
const TEXT_WORDS =
  /\b(id|ids|uuid|guid|key|no|number|code|email|mail|account|card|customer|member|name|phone)\b/;

/** So many numbers that count on by one are no measurements. */
const LONG_RUN = 20;

/** Why a column of numbers identifies customers: by its name, or since it simply counts on; undefined where it does not. */
export function numbersThatIdentify(name: string, values: Float64Array): string | undefined {
  if (values.length < 2) return undefined;
  const words = wordsOf(name);
  const run = values.length >= LONG_RUN && isRun(values);
  const named = DISTINCT_NUMBER_WORDS.test(words) || isShortId(words, values);
  if (run || (named && areWhole(values) && new Set(values).size === values.length))
    return 'an identifier: every value is different';
  return NUMBER_OF_SOMEBODY.test(words) && areWhole(values) ? 'an identifier by its name' : undefined;
}

/** 'cid', 'uid' and longer ones: letters and "id" in one word, that are no word of their own. */
function isShortId(words: string, values: Float64Array): boolean {
  return (
    SHORT_ID.test(words) && !WORDS_IN_ID.has(words) && values.every((value) => !(value < LEAST_SHORT_ID))
  );
}

const SHORT_ID = /^\p{L}{1,3}id$/u;
const WORDS_IN_ID: ReadonlySet<string> = new Set(
  'paid,said,laid,raid,maid,aid,bid,kid,mid,rid,lid,hid,void,acid,avid,grid,arid,amid,quid,fluid,solid'.split(
    ',',
  ),
);
/** Amounts and ages are smaller, or not all different. */
const LEAST_SHORT_ID = 1000;

/** Whether texts so named, of which few come up again, or that all differ and are single words, identify customers. */
export function textsIdentify(name: string, texts: readonly string[], rows: number): boolean {
  const distinct = new Set(texts).size;
  if (distinct < 2 || distinct <= rows / 2) return false;
  const noun = codeNoun(name);
  if (TEXT_WORDS.test(wordsOf(name)) || noun?.kind === 'reference') return true;
  if (noun?.kind === 'number' && noun.certain) return true;
  const differ = distinct === texts.length && distinct >= NEARLY_ALL * rows;
  return differ && texts.every((text) => !/\s/.test(text));
}

/** A row of totals, or a customer or two, may have no identifier. */
const NEARLY_ALL = 0.95;

function isRun(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[i - 1] + 1) return false;
  return true;
}

function areWhole(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || Number.isInteger(value));
}

/** Whether the name of a column is that of numbers which stand for somebody. */
export function namesSomebody(name: string): boolean {
  const words = wordsOf(name);
  return namesCustomer(name) || DISTINCT_NUMBER_WORDS.test(words) || NUMBER_OF_SOMEBODY.test(words);
}
