import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';
import type { RfmAnalysisOptions } from '../../../src/features/rfm/options';
import { type RfmAnalysis, rfmAnalysis } from '../../../src/features/rfm/rfmAnalysis';

/** A folder for made-up transaction logs and a database, for the tests of one file. */
export function logs() {
  const folder = mkdtempSync(join(tmpdir(), 'rfm-'));
  const opened: { database?: SqlEngine } = {};
  beforeAll(async () => {
    opened.database = await openDatabase({ threads: 2 });
  });
  afterAll(async () => {
    await opened.database?.close();
    rmSync(folder, { recursive: true });
  });
  let files = 0;
  const database = () => opened.database as SqlEngine;
  /** Writes lines as a CSV file and says where. */
  function write(lines: readonly string[], name = `log${files++}.csv`): string {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  }
  /** What a log of these lines, or a file that is written already, says. */
  function analyze(
    lines: readonly string[],
    options: RfmAnalysisOptions = {},
    path = write(lines),
  ): Promise<RfmAnalysis> {
    return rfmAnalysis(path, { database: database(), ...options });
  }
  return { database, write, analyze };
}

/** What each customer paid. */
export function paidBy({ customers }: RfmAnalysis): Record<string, number> {
  return Object.fromEntries(customers.customer.map((name, i) => [name, customers.monetary[i]]));
}

/** Recency, frequency and monetary value by customer. */
export function analyzedBy({ customers: c }: RfmAnalysis): Record<string, [number, number, number]> {
  return Object.fromEntries(
    c.customer.map((name, i) => [name, [c.recency[i], c.frequency[i], c.monetary[i]]]),
  ) as Record<string, [number, number, number]>;
}

/** A statement that makes a log with a different time in each of so many rows that not all are looked at one by one. */
export function manyMoments(table: string): string {
  return `CREATE OR REPLACE TABLE ${table} AS
SELECT CAST(i % 50 AS VARCHAR) AS customer, 1 AS amount,
  strftime(TIMESTAMP '2024-01-01 00:00:00' + to_seconds(310 * i), '%-m/%-d/%Y %H:%M:%S') AS date
FROM range(21000) AS seconds(i)`;
}
