import { csvReader } from './csv/csvReader';
import { excelReader } from './excel/excelReader';
import type { TableFormat } from './formats';
import { jsonReader } from './json/jsonReader';
import { parquetReader } from './parquet/parquetReader';
import type { TableReader } from './reader';

/** What reads each format of `FORMATS`. */
export const READERS: Readonly<Record<TableFormat, TableReader>> = {
  csv: csvReader,
  'json-lines': jsonReader,
  excel: excelReader,
  parquet: parquetReader,
};
