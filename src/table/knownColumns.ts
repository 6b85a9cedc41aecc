import { plural } from '../core/format';
import type { TypedColumn } from './column';
import { namesCustomer } from './customerNames';
import { plainLevels } from './levelSpellings';
import {
  type KnownCells,
  keptWordsSentence,
  missingWordsSentence,
  withoutMissingWords,
} from './missingWords';
import { type GivenColumn, type OtherRow, otherRowSentence } from './rows/otherRow';
import { findOtherRows, maskedCells, type OtherRows } from './rows/otherRows';
import { plainCells } from './spelling';

/** A column of which is known which cells are missing. */
export interface KnownColumn extends KnownCells {
  name: string;
  /** What is to be said of how customers or categories are spelled. */
  spellings: string[];
}

/** A table of which is known which rows are customers and which cells are missing, before its columns are typed. */
export interface KnownTable extends OtherRows {
  columns: KnownColumn[];
}

/**
 * Finds the rows that are no customers and the words for missing values; cells of both are null. Cost: O(n · columns).
 */
export function knownTable(given: readonly GivenColumn[], rows: number): KnownTable {
  const found = findOtherRows(given, rows);
  const { doubtful } = found;
  const others = found.others.map((other) => withCells(other, given));
  const columns = given.map(({ name, cells }) => knownColumn(name, maskedCells(cells, others)));
  return { columns, others, doubtful };
}

/** Totals and remarks are told by what they say, and somebody may know better. */
function withCells(other: OtherRow, given: readonly GivenColumn[]): OtherRow {
  if (other.kind !== 'total' && other.kind !== 'footer') return other;
  return { ...other, cells: given.map(({ cells }) => cells[other.row]) };
}

function knownColumn(name: string, given: ArrayLike<unknown>): KnownColumn {
  const known = withoutMissingWords(name, given);
  const { cells, detected } = (namesCustomer(name) ? plainCells : plainLevels)(name, known.cells);
  return { name, ...known, cells, spellings: detected };
}

/** A typed column with the words that were found in it. */
export function withWords(
  column: TypedColumn,
  { words, values, spellings = [] }: KnownCells & { spellings?: readonly string[] },
): TypedColumn {
  return {
    ...column,
    ...(words.length > 0 && { words }),
    ...(values.length > 0 && { wordsKept: values }),
    ...(spellings.length > 0 && { spellings }),
  };
}

/** Rows of one kind of which no more are named one by one. */
const MAX_NAMED = 5;

/** What is to be said of rows that are no customers and of words for missing values, in sentences. */
export function knownSentences({ columns, others, doubtful }: KnownTable): string[] {
  const withWords = columns.filter(({ words }) => words.length > 0);
  return [
    ...otherRowSentences({ others, doubtful }),
    ...withWords.slice(0, MAX_NAMED).map(({ name, words }) => missingWordsSentence(name, words)),
    ...(withWords.length > MAX_NAMED
      ? [`words for a missing value stand in ${plural(withWords.length - MAX_NAMED, 'more column')}`]
      : []),
    ...columns.flatMap(({ spellings }) => spellings),
    ...columns.flatMap(({ name, values }) => (values.length > 0 ? [keptWordsSentence(name, values)] : [])),
  ];
}

/** Which rows are no customers, and which may be none. */
export function otherRowSentences({ others, doubtful }: OtherRows): string[] {
  const named = others.filter(({ kind }) => kind !== 'blank');
  const blank = others.length - named.length;
  const more = named.length - MAX_NAMED;
  return [
    ...named.slice(0, MAX_NAMED).map((other) => `${otherRowSentence(other)}: left out`),
    ...(more > 0 ? [`${plural(more, 'more row')} of totals, headers or remarks left out`] : []),
    ...(blank > 0 ? [`${plural(blank, 'blank row')} left out`] : []),
    ...doubtful.map(
      ({ row, label, reason }) =>
        `row ${row + 1} ('${label}') is ${reason}: it counts as a customer; remove it where it is none`,
    ),
  ];
}
