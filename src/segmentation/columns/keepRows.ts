import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { Change, ChangeRecord } from '../../preprocess/clean/record';
import { type Features, MISSING } from './readFeatures';

/** The rows to cluster, and the record of those left out. */
export interface KeptRows {
  /** 0-based. */
  rows: Int32Array;
  /** One step, if any row was left out. */
  dropped: ChangeRecord[];
}

/**
 * Leaves out every row in which a clustering column is missing or cannot be read. Each such row counts once, in the
 * first column that is at fault.
 * @throws InputError when no row is left.
 */
export function keepRows({ rows, problems }: Features): KeptRows {
  if (problems.length === 0) return { rows: Int32Array.from({ length: rows }, (_, row) => row), dropped: [] };
  const bad = new Set(problems.map(({ row }) => row));
  const kept = Int32Array.from(Array.from({ length: rows }, (_, row) => row).filter((row) => !bad.has(row)));
  const changes = new Map<string, Change>();
  for (const { column, why } of problems) {
    const what = why === MISSING ? 'missing, row left out' : 'not readable, row left out';
    const key = JSON.stringify([column, what]);
    const change = changes.get(key) ?? { column, what, count: 0 };
    change.count++;
    changes.set(key, change);
  }
  const list = Array.from(changes.values());
  if (kept.length === 0) {
    const worst = list.reduce((most, change) => (change.count > most.count ? change : most));
    throw new InputError(
      'missing-value',
      phrase`no customer has a value in every column asked for (${{ column: worst.column! }} lacks ${worst.count} of ${rows})`,
      { remedy: 'leave that column out, or fill it first (see `fillMissing`)' },
    );
  }
  const step = 'Leave out customers that cannot be placed';
  return { rows: kept, dropped: [{ step, rowsBefore: rows, rowsAfter: kept.length, changes: list }] };
}
