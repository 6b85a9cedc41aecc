import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { Change, ChangeRecord } from '../../preprocess/clean/record';
import type { OtherRow, OtherRowKind } from '../../table/rows/otherRow';
import { type Features, MISSING_REASON, type NotScored } from './readFeatures';

/** The step that leaves out totals, repeated headers and remarks. */
export const NO_CUSTOMERS = 'Leave out rows that are no customers';

/** The rows to cluster, and the record of those left out. */
export interface KeptRows {
  /** 0-based. */
  rows: Int32Array;
  /** A step for rows that are no customers and one for customers that cannot be placed, where there are any. */
  dropped: ChangeRecord[];
}

/**
 * Leaves out the rows that are no customers, and every row in which a clustering column is missing or cannot be read.
 * Each such row counts once, in the first column that is at fault.
 * @throws InputError when no row is left.
 */
export function keepRows({ rows, problems }: Features, others: readonly OtherRow[] = []): KeptRows {
  const bad = new Set([...problems, ...others].map(({ row }) => row));
  const kept = Int32Array.from(Array.from({ length: rows }, (_, row) => row).filter((row) => !bad.has(row)));
  const customers = rows - others.length;
  const isOther = new Set(others.map(({ row }) => row));
  const dropped = [
    ...otherRowsRecord(others, rows),
    ...problemsRecord(
      problems.filter(({ row }) => !isOther.has(row)),
      customers,
    ),
  ];
  if (kept.length === 0) throw nothingKept(dropped, customers);
  return { rows: kept, dropped };
}

/** What rows are that are no customers, in the plural where there are several. */
const KINDS: Readonly<Record<OtherRowKind, string>> = {
  total: 'totals, no customer',
  header: 'the header again, no customer',
  footer: 'a remark, no customer',
  blank: 'blank row',
  repeat: 'the same as an earlier row in every column',
};

function otherRowsRecord(others: readonly OtherRow[], rows: number): ChangeRecord[] {
  if (others.length === 0) return [];
  const changes = Object.entries(KINDS).flatMap(([kind, what]): Change[] => {
    const count = others.filter((other) => other.kind === kind).length;
    return count === 0 ? [] : [{ what, count }];
  });
  const step = NO_CUSTOMERS;
  return [{ step, rowsBefore: rows, rowsAfter: rows - others.length, changes }];
}

function problemsRecord(problems: readonly NotScored[], rows: number): ChangeRecord[] {
  if (problems.length === 0) return [];
  const changes = new Map<string, Change>();
  for (const { column, reason } of problems) {
    const what = reason === MISSING_REASON ? 'missing, row left out' : 'not readable, row left out';
    const key = JSON.stringify([column, what]);
    const change = changes.get(key) ?? { column, what, count: 0 };
    change.count++;
    changes.set(key, change);
  }
  const step = 'Leave out customers that cannot be placed';
  const list = Array.from(changes.values());
  return [{ step, rowsBefore: rows, rowsAfter: rows - problems.length, changes: list }];
}

function nothingKept(dropped: readonly ChangeRecord[], customers: number): InputError {
  const { changes } = dropped[dropped.length - 1];
  const worst = changes.reduce((most, change) => (change.count > most.count ? change : most));
  return new InputError(
    'missing-value',
    phrase`no customer has a value in every column asked for (${{ column: worst.column ?? 'every row' }} lacks ${worst.count} of ${customers})`,
    { remedy: 'leave that column out, or fill it first (see `fillMissing`)' },
  );
}
