/** How the bytes of a file stand for characters. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1251';

/** Every encoding that is read. Apart from what reads them, for whoever offers them. */
export const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
];
