import { expectationStep } from '../../src/cluster/mixture/mixtureDensity';
import type { SqlEngine } from '../../src/datasets/sql/sqlEngine';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';
import type { DialectName } from '../../src/segmentation/sql/dialects/names';
import type { TableData } from '../../src/table/tableData';
import { densityOfModel } from './densityOfModel';

/** How the statement's answers differ from those of `predict`. */
export interface Differences {
  rows: number;
  /** Rows that got a segment. */
  placed: number;
  /** Rows whose segment, name or reason is another. */
  others: { row: number; predicted: unknown; inSql: unknown }[];
  /** The greatest difference between margins. */
  margin: number;
  /** The greatest difference between log densities, relative to 1; 0 where there are none. */
  logDensity: number;
}

/** The column by which rows are found again. */
export const ROW = 'row of the test';

/** Makes a table of customers with their rows. */
export function loadCustomers(engine: SqlEngine, name: string, table: TableData): Promise<void> {
  const rows = Object.values(table)[0].map((_, row) => row);
  return engine.createTable(name, { ...table, [ROW]: rows });
}

/**
 * Scores the customers of a table by `predict` and, on an engine that holds the same table, by the model's statement.
 * @param table customers in original units.
 * @param name of the table that is made for them.
 */
export async function compareScores(
  engine: SqlEngine,
  dialect: DialectName,
  model: SegmentationModel,
  table: TableData,
  name = 'customers_to_score',
): Promise<Differences> {
  await loadCustomers(engine, name, table);
  const sql = model.toSQL({ dialect, table: name, id: ROW }).replace(/;\n$/, '');
  return differences(model, table, await engine.query(sql));
}

/** What the statement's answers, in any order, differ in. */
export function differences(model: SegmentationModel, table: TableData, answer: TableData): Differences {
  const { labels, names, margin, notScored } = model.predict(table);
  const reasons = new Map(notScored.map(({ row, column, reason }) => [row, `${column}: ${reason}`]));
  const density = densitiesOf(model, table);
  const found: Differences = { rows: answer[ROW].length, placed: 0, others: [], margin: 0, logDensity: 0 };
  answer[ROW].forEach((cell, at) => {
    const row = Number(cell);
    const reason = answer.reason[at];
    const inSql = [numberOf(answer.segment[at]), answer.segment_name[at], reason];
    const predicted = [labels[row] < 0 ? null : labels[row] + 1, names[row], reasons.get(row) ?? null];
    const isSame =
      inSql[0] === predicted[0] &&
      inSql[1] === predicted[1] &&
      isSameReason(reason, predicted[2], names[row]);
    if (!isSame) found.others.push({ row, predicted, inSql });
    if (labels[row] >= 0) found.placed++;
    if (names[row] === null) return;
    found.margin = Math.max(found.margin, Math.abs(Number(answer.margin[at]) - margin[row]));
    if (density === undefined) return;
    const difference = Math.abs(Number(answer.log_density[at]) - density[row]);
    found.logDensity = Math.max(found.logDensity, difference / Math.max(1, Math.abs(density[row])));
  });
  return found;
}

/** The statement leaves out the value that is at fault. */
function isSameReason(inSql: unknown, predicted: unknown, name: string | null): boolean {
  if (name === 'Noise') return inSql === 'in no segment: too far from all of them';
  if (predicted === null || inSql === null) return predicted === inSql;
  const [said, inWords] = [String(inSql), String(predicted)];
  return inWords.startsWith(said) || inWords.endsWith(said.slice(said.indexOf(': after ') + 2));
}

function numberOf(cell: unknown): number | null {
  return cell === null ? null : Number(cell);
}

function densitiesOf(model: SegmentationModel, table: TableData): Float64Array | undefined {
  const density = densityOfModel(model);
  return density && expectationStep(model.transform(table), density).logDensity;
}
