import type { CellObject } from 'xlsx';
import { roundDigits } from '../../../core/round';
import type { Cell } from '../../../table/cell';
import { isCurrency } from '../../../table/recognize/currency';
import { DURATION_UNIT, durationIn } from '../../../table/recognize/durations';
import { unitOfMeasure } from '../../../table/recognize/measure';

/** Cells with the unit that their formats show, as a text file would have it: 0.45 shown as 45% is 45 in percent, 0.0625 shown as 1:30 90 minutes. */
export interface CellsInUnit {
  cells: Cell[];
  /** Percent sign, currency or unit of measure that every number is shown with. */
  unit?: string;
}

/** Digits that a hundredfold of a float64 is exact to. */
const DIGITS = 14;

/**
 * Brings the numbers of a column to the unit that they are shown in, where all of them show the same. Of a column that
 * also holds texts ('45%'), percentages become such texts; times among durations are durations: programs show 8:30 as a
 * time and 25:30 as a duration.
 * @param given the cells as the file holds them, `cells` their values; equally long.
 */
export function inUnitsShown(
  given: readonly (CellObject | undefined)[],
  cells: readonly Cell[],
): CellsInUnit {
  const units = given.flatMap((cell, row) =>
    cell?.t === 'n' && typeof cells[row] === 'number' ? [unitShown(cell.z)] : [],
  );
  const [unit = ''] = units;
  if (unit === DURATION_UNIT && units.every((other) => other === unit))
    return { cells: cells.map(asMinutes), unit };
  if (cells.some((cell) => typeof cell === 'string'))
    return { cells: cells.map((cell, row) => asShown(cell, given[row])) };
  if (new Set(units.filter((other) => other !== '' && other !== '%')).size > 1)
    return { cells: cells.map((cell, row) => withUnitShown(cell, given[row])) };
  if (unit === '' || units.some((other) => other !== unit)) return { cells: cells.slice() };
  return { cells: cells.map((cell) => inUnit(cell, unit)), unit };
}

/** How often the unit that is shown goes into what a sheet keeps: fractions and days. */
const TIMES: Readonly<Record<string, number>> = { '%': 100, [DURATION_UNIT]: 24 * 60 };

function inUnit(cell: Cell, unit: string): Cell {
  const times = TIMES[unit];
  return typeof cell === 'number' && times !== undefined ? roundDigits(times * cell, DIGITS) : cell;
}

function asMinutes(cell: Cell): Cell {
  return typeof cell === 'string' ? (durationIn(cell.trim()) ?? cell) : inUnit(cell, DURATION_UNIT);
}

function asShown(cell: Cell, given: CellObject | undefined): Cell {
  return typeof cell === 'number' && unitShown(given?.z) === '%' ? `${inUnit(cell, '%')}%` : cell;
}

/** Numbers shown in several units are texts, as in a text file: 5 km and 800 m are not 5 and 800. */
function withUnitShown(cell: Cell, given: CellObject | undefined): Cell {
  const unit = typeof cell === 'number' ? unitShown(given?.z) : '';
  return unit === '' || unit === '%' ? asShown(cell, given) : `${inUnit(cell, unit)} ${unit}`;
}

/** '%' of '0.0%', minutes of '[h]:mm', '€' of '#,##0.00 "€"' and of '[$€-407]#,##0.00'; '' of a format with neither. */
function unitShown(format: unknown): string {
  if (typeof format !== 'string') return '';
  const [positive] = format.split(';');
  if (positive.includes('%')) return '%';
  if (showsDuration(positive)) return DURATION_UNIT;
  const marks = positive.match(MARKS) ?? [];
  const words = marks.map(bare);
  const currency = words.find(isCurrency);
  if (currency !== undefined || /[0#?,],(?![,0#?])/.test(positive)) return currency ?? '';
  return words.map(unitOfMeasure).find((measure) => measure !== undefined) ?? '';
}

/** '[h]:mm:ss' goes on after 24 hours. */
export function showsDuration(format: string): boolean {
  return /\[[hms]+\]/i.test(format);
}

/** '[$€-407]', '"EUR"', and signs of currencies that stand by themselves. */
const MARKS = /\[\$[^\]-]{1,5}[\]-]|"[^"]{1,12}"|\p{Sc}/gu;

function bare(mark: string): string {
  return mark.replace(/^\[\$|[\]-]$|"/g, '').trim();
}
