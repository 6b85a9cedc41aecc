/** What encodings are called. */
export const ENCODING_TITLES = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252 (Western Europe)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1250': 'Windows-1250 (Central Europe)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
} as const;

/** How the bytes of a file stand for characters. */
export type Encoding = keyof typeof ENCODING_TITLES;

/** Every encoding that is read. Apart from what reads them, for whoever offers them. */
export const ENCODINGS = Object.keys(ENCODING_TITLES) as readonly Encoding[];
