import { isMissing } from '../missing';
import { toNumber } from '../toNumber';
import type { GivenColumn, OtherRow } from './otherRow';

/** With more cells than this a row of few words is no footer. */
const MAX_FOOTER_CELLS = 2;

/** A table with fewer columns has no room for rows of another kind. */
const MIN_COLUMNS = 3;

/**
 * Rows that repeat the header, that are blank, and remarks of the program that wrote the file ('Exported on …', 'Page 1
 * of 3'), wherever they stand. Cost: O(n), since a customer has several values.
 */
export function plainOtherRows(columns: readonly GivenColumn[], rows: number): OtherRow[] {
  const found: OtherRow[] = [];
  if (columns.length < 2) return found;
  const names = columns.map(({ name }) => name.trim().toLowerCase());
  const codes = surveyCodes(columns, rows);
  const firstRow = codes < 0 && areKindsOfAnswers(columns, rows) ? 1 : 0;
  if (firstRow === 1)
    found.push({ row: 0, kind: 'header', column: columns[0].name, label: '', reason: KINDS_OF_ANSWERS });
  for (let row = firstRow; row < rows; row++) {
    if (row <= codes) {
      found.push({
        row,
        kind: 'header',
        column: columns[0].name,
        label: '',
        reason: SURVEY[Number(row === codes)],
      });
      continue;
    }
    const other = headerRow(columns, names, row) ?? sparseRow(columns, row);
    if (other !== undefined) found.push(other);
  }
  return found;
}

/** What Qualtrics writes below its header. */
const SURVEY = ['the wording of the questions', 'the import codes of a survey'] as const;

/** In one of the first two rows. */
const IMPORT_CODE = /^\{ ?"ImportId"/i;

/** The row of import codes of a survey, above which stand the questions in words; −1 where there is none. */
function surveyCodes(columns: readonly GivenColumn[], rows: number): number {
  return [0, 1].findIndex((row) => {
    const cells = columns.map(({ cells: of }) => of[row]).filter((cell) => !isMissing(cell));
    return row < rows && cells.length > 0 && cells.every((cell) => IMPORT_CODE.test(String(cell).trim()));
  });
}

const KINDS_OF_ANSWERS = 'the kinds of answers of a survey';

/** What SurveyMonkey writes below its questions, in seven languages; beside it stand the answers that can be chosen. */
const ANSWER_KIND =
  /^(?:response|open-ended response|antwort|offene antwort|r[ée]ponse|r[ée]ponse (?:libre|ouverte)|respuesta|respuesta abierta|risposta|risposta aperta|resposta|resposta aberta|antwoord|open antwoord)$/i;

/** Whether the first row has no respondent, and names kinds of answers that no other row gives. */
function areKindsOfAnswers(columns: readonly GivenColumn[], rows: number): boolean {
  if (rows < 2 || columns.length < MIN_COLUMNS || !isMissing(columns[0].cells[0])) return false;
  const filled = columns.filter(({ cells }) => !isMissing(cells[0]));
  const kinds = filled.filter(({ cells }) => ANSWER_KIND.test(String(cells[0]).trim()));
  const areTexts = filled.every(
    ({ cells }) => typeof cells[0] === 'string' && toNumber(cells[0]) === undefined,
  );
  return kinds.length > 0 && areTexts && kinds.every(({ cells }) => cells[1] !== cells[0]);
}

/** Two cells or more that are the names of their columns, and none that is something else. */
function headerRow(
  columns: readonly GivenColumn[],
  names: readonly string[],
  row: number,
): OtherRow | undefined {
  let known = 0;
  for (let j = 0; j < columns.length; j++) {
    const cell = columns[j].cells[row];
    if (isMissing(cell)) continue;
    if (typeof cell !== 'string' || cell.trim().toLowerCase() !== names[j]) return undefined;
    known++;
  }
  if (known < 2) return undefined;
  return { row, kind: 'header', column: columns[0].name, label: '', reason: 'the header again' };
}

function sparseRow(columns: readonly GivenColumn[], row: number): OtherRow | undefined {
  const filled: GivenColumn[] = [];
  for (const column of columns) {
    if (isMissing(column.cells[row])) continue;
    if (filled.length === MAX_FOOTER_CELLS) return undefined;
    filled.push(column);
  }
  if (filled.length === 0) return { row, kind: 'blank', column: columns[0].name, label: '', reason: 'blank' };
  if (columns.length < MIN_COLUMNS || filled.length === columns.length) return undefined;
  const [first] = filled;
  const text = first.cells[row];
  if (typeof text !== 'string') return undefined;
  const label = text.trim();
  if (!isRemark(label) && !(filled.length === 1 && isUnlike(label, first.cells, row))) return undefined;
  return { row, kind: 'footer', column: first.name, label: shortened(label), reason: 'a remark' };
}

/** How programs begin what they write above and below a table, in seven languages. */
const REMARK =
  /^(exported|export date|printed|generated|created (on|by|at)|report (date|generated|run)|run date|data as of|as of|page|source|filters?( applied)?:|©|copyright|end of (report|file|data|list)|confidential|exportiert|erstellt|gedruckt|druckdatum|seite|quelle|stand:?|ende der|vertraulich|export[ée] le|imprim[ée]|g[ée]n[ée]r[ée]|fin (du|de)|exportado|impreso|generado|p[áa]gina|fuente|fin del|esportato|stampato|generato|pagina|fonte|fine (del|della)|impresso|gerado|fim d[eo]|ge[ëe]xporteerd|afgedrukt|gegenereerd|gemaakt op|bron:|einde)(?![\p{L}\p{N}])/iu;

const LINE = /^[-=_*#~.–—]{3,}$/;
const PAGE = /^\d{1,4} ?\/ ?\d{1,4}$/;

export function isRemark(text: string): boolean {
  return text.length <= 300 && (REMARK.test(text) || LINE.test(text) || PAGE.test(text));
}

/** So many other values show what a column holds. */
const ENOUGH = 50;

/** Several words in a column of codes or numbers, or a word without a digit in one of codes with digits. */
function isUnlike(text: string, cells: ArrayLike<unknown>, row: number): boolean {
  if (!/\p{L}/u.test(text) || !/\s/.test(text)) return false;
  let [seen, codes] = [0, 0];
  for (let at = 0; at < cells.length && seen < ENOUGH; at++) {
    const cell = cells[at];
    if (at === row || isMissing(cell)) continue;
    seen++;
    if (typeof cell === 'number' || isCode(String(cell).trim())) codes++;
  }
  return seen >= 3 && codes >= 0.9 * seen;
}

/** One word with a digit in it. */
function isCode(text: string): boolean {
  return !/\s/.test(text) && /\d/.test(text);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
