/** What tables are read from; 'excel' stands for all sheets of spreadsheet programs. */
export type TableFormat = 'csv' | 'json-lines' | 'excel' | 'parquet';

/** What is known of a format before its file is read. */
interface FormatFacts {
  /** What the format is called where all are listed. */
  name: string;
  /** What a file of this format is called in sentences. */
  title: string;
  /** Of file names, without the point. */
  endings: readonly string[];
  /** First bytes, one character each, by which a file is known regardless of its extension. */
  starts: readonly string[];
}

/**
 * Every format that tables are read from: the one place that names it. Its reader is in `readers.ts`. Apart from what
 * reads them, for whoever offers them.
 */
export const FORMATS: Readonly<Record<TableFormat, FormatFacts>> = {
  csv: {
    name: 'CSV',
    title: 'a text with separated values',
    endings: ['csv', 'tsv', 'txt', 'tab', 'psv'],
    starts: [],
  },
  'json-lines': { name: 'JSON lines', title: 'JSON', endings: ['jsonl', 'ndjson', 'json'], starts: [] },
  excel: {
    name: 'Excel',
    title: 'a spreadsheet',
    endings: ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods'],
    starts: ['PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  },
  parquet: { name: 'Parquet', title: 'Parquet', endings: ['parquet'], starts: ['PAR1'] },
};

/** What the formats are called where they are listed. */
export const FORMAT_NAMES: readonly string[] = Object.values(FORMATS).map(({ name }) => name);

/** Endings of all files that tables are read from, with the point. */
export const ENDINGS: readonly string[] = [
  ...Object.values(FORMATS).flatMap(({ endings }) => endings.map((ending) => `.${ending}`)),
  '.gz',
];

/** A name without its ending, and the ending with that of a packed file: 'a.b', '.csv.gz'. */
export function splitEnding(name: string): [stem: string, ending: string] {
  const packed = /\.gz$/i.exec(name)?.[0] ?? '';
  const whole = name.slice(0, name.length - packed.length);
  const ending = ENDINGS.find((each) => each !== '.gz' && whole.toLowerCase().endsWith(each))?.length ?? 0;
  return [whole.slice(0, whole.length - ending), name.slice(whole.length - ending)];
}

/** The format that the ending of a name stands for, that of a packed file aside, and the ending. */
export function formatOfName(name: string): { format: TableFormat; ending: string } | undefined {
  const ending = splitEnding(name)[1].toLowerCase().replace(/\.gz$/, '').slice(1);
  const format = (Object.keys(FORMATS) as TableFormat[]).find((each) =>
    FORMATS[each].endings.includes(ending),
  );
  return format && { format, ending };
}
