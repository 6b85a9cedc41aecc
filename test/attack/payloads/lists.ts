import { PAYLOADS } from '../../dashboard/payloads';
import { hostileTexts } from '../../report/hostileTexts';

/** Texts that would run as formulas where a program splits lines at any of its separators. */
export const FORMULAS: readonly string[] = [
  '=',
  '+',
  '-',
  '@',
  '\uff1d',
  '\uff0b',
  '\uff0d',
  '\uff20',
].flatMap((sign) => [
  `${sign}1+1`,
  `${sign}HYPERLINK("http://evil.example";"x")`,
  `a;${sign}cmd|' /C calc'!A0`,
  `a\t${sign}SUM(A1)`,
  `a,${sign}SUM(A1)`,
  `a|${sign}SUM(A1)`,
  `a\n${sign}SUM(A1)`,
  `a\r${sign}SUM(A1)`,
  `a";${sign}SUM(A1)`,
  `\t${sign}SUM(A1)`,
  ` ${sign}SUM(A1)`,
  `\u00a0\u200b${sign}SUM(A1)`,
  `a; ${sign}SUM(A1)`,
  `a\u2028${sign}SUM(A1)`,
  `a\x1f${sign}SUM(A1)`,
]);

/** What moves a cursor, sets a title, asks a terminal to answer, hides text or turns its direction. */
export const CONTROL_SEQUENCES: readonly string[] = [
  '\x1b]0;title\x07',
  '\x1b[2J\x1b[H',
  '\x1b[31m red',
  '\x1b]8;;http://evil.example\x07link\x1b]8;;\x07',
  '\x1b]52;c;ZXZpbA==\x07',
  '\x1bP$q"p\x1b\\',
  '\x1b[6n',
  '\x9b2J',
  '\x9d0;title\x9c',
  'a\x08\x08b',
  'a\rb',
  '\x07',
  '\u202egnp.exe',
  '\u2066a\u2069',
  'a\x7fb',
  'a\0b',
  'a\x85b',
];

/** Every payload there is. Scripts are shown, formulas are written, control sequences are said: each goes everywhere. */
export const ALL: readonly string[] = [
  ...new Set([...PAYLOADS, ...hostileTexts, ...FORMULAS, ...CONTROL_SEQUENCES]),
];
