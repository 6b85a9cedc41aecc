import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from 'xlsx';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';

/** A file to be damaged, and how it is read. */
export interface SeedFile {
  name: string;
  content: Buffer;
  way: 'table' | 'model' | 'sql';
  /** How often it is damaged, beside others: archives and databases take longer than texts. Default 8. */
  share?: number;
}

const ROWS = Array.from({ length: 40 }, (_, i) => ({
  id: `c${i}`,
  name: ['Ann', 'Café', 'Zo\u00eb "x"', 'O;Neil'][i % 4],
  amount: 100 + i * 3.25,
  day: `2024-05-${String(1 + (i % 28)).padStart(2, '0')} 10:00`,
  active: i % 2 === 0,
  value: i / 3,
}));
const NAMES = ['id', 'name', 'amount', 'day', 'active', 'value'] as const;

/** One honest file of each format. @param folder for files that are made by a program. */
export async function seedFiles(folder: string): Promise<SeedFile[]> {
  const csv = Buffer.from(csvOf(','));
  const lines = Buffer.from(ROWS.map((row) => JSON.stringify(row)).join('\n'));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.json_to_sheet(ROWS), 'Sheet');
  const sheet = (bookType: 'xlsx' | 'xlsb' | 'ods' | 'biff8') =>
    Buffer.from(write(book, { type: 'buffer', bookType, compression: true }) as Uint8Array);
  return [
    { name: 'a.csv', content: csv, way: 'table' },
    { name: 'b.csv', content: Buffer.from(csvOf(';'), 'latin1'), way: 'table' },
    {
      name: 'c.csv',
      content: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csvOf('\t'), 'utf16le')]),
      way: 'table',
    },
    { name: 'd.csv.gz', content: gzipSync(csv), way: 'sql', share: 1 },
    { name: 'e.csv', content: csv, way: 'sql', share: 1 },
    { name: 'f.jsonl', content: lines, way: 'table' },
    { name: 'g.json', content: Buffer.from(JSON.stringify(ROWS)), way: 'table' },
    { name: 'h.jsonl', content: lines, way: 'sql', share: 1 },
    { name: 'i.xlsx', content: sheet('xlsx'), way: 'table', share: 1 },
    { name: 'j.xls', content: sheet('biff8'), way: 'table', share: 1 },
    { name: 'k.ods', content: sheet('ods'), way: 'table', share: 1 },
    { name: 'l.xlsb', content: sheet('xlsb'), way: 'table', share: 1 },
    { name: 'm.parquet', content: await parquet(folder), way: 'table', share: 1 },
    { name: 'n.json', content: model(), way: 'model' },
  ];
}

function csvOf(delimiter: string): string {
  const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
  const rows = ROWS.map((row) => NAMES.map((name) => cell(row[name])).join(delimiter));
  return [NAMES.join(delimiter), ...rows, ''].join('\r\n');
}

async function parquet(folder: string): Promise<Buffer> {
  const path = join(folder, 'seed.parquet');
  const database = await openDatabase();
  await database.run(
    `COPY (SELECT i AS id, 'n' || (i % 5) AS name, i / 3 AS value, DATE '2024-01-01' + i::INT AS day FROM range(40) t(i)) TO '${path}' (FORMAT parquet)`,
  );
  await database.close();
  return readFileSync(path);
}

function model(): Buffer {
  return readFileSync(join(__dirname, '..', '..', 'segmentation', 'file', 'version1', 'kmeans.json'));
}
