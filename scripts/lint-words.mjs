/**
 * Finds phrases and spellings that docs/style.md rules out: `node scripts/lint-words.mjs [--names] [files…]`.
 *
 * The lists are written once, in the tables of docs/style.md: "Write / Not", "Spelling" and, with `--names`, "Renames".
 * Prints `file:line: phrase -> replacement` and exits with 1 when there is any. Without files it checks those that git
 * tracks. A line that holds `lint-words: allow` may say what it likes (the title of a paper, a name of somebody else's).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STYLE = 'docs/style.md';
const GLOSSARY = 'docs/glossary.md';
const SCRIPT = 'scripts/lint-words.mjs';
const CHECKED =
  /^(?:(?:src|scripts|docs|notebooks|test|bench)\/.*|README\.md|CONTRIBUTING\.md|CHANGELOG\.md|data\/README\.md)$/;
const TEXT = /\.(?:[cm]?[jt]s|tsx|css|html|j2|md|py|ipynb|txt)$/;
const ALLOW = 'lint-words: allow';

const names = process.argv.includes('--names');
const given = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const rules = names ? nameRules() : [...phraseRules(), ...spellingRules()];

let found = 0;
const counts = new Map();
for (const file of given.length > 0 ? given : trackedFiles()) {
  for (const { line, text, rule } of findingsIn(file)) {
    found++;
    const finding = `${text} -> ${rule.write}`;
    counts.set(finding, (counts.get(finding) ?? 0) + 1);
    console.log(`${file}:${line}: ${finding}`);
  }
}
if (found > 0) {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  console.error(
    `\n${sorted.map(([finding, count]) => `${String(count).padStart(5)}  ${finding}`).join('\n')}`,
  );
  console.error(`\n${found} findings. ${STYLE} says what to write.`);
  process.exitCode = 1;
}

function trackedFiles() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return [...new Set(listed.split('\0'))].filter(
    (file) =>
      CHECKED.test(file) && TEXT.test(file) && file !== STYLE && file !== SCRIPT && existsSync(ROOT + file),
  );
}

/** Every place in a file where a rule matches; of two that overlap the longer phrase, which comes first. */
function findingsIn(file) {
  const { text, lineAt } = readable(file);
  const lower = text.toLowerCase();
  const findings = [];
  for (const rule of rules) {
    if (!lower.includes(rule.key)) continue;
    for (const { 0: words, index } of text.matchAll(rule.pattern)) {
      const end = index + words.length;
      if (findings.some((other) => index < other.end && other.index < end)) continue;
      const lineStart = text.lastIndexOf('\n', index) + 1;
      if (text.slice(lineStart).split('\n', 1)[0].includes(ALLOW)) continue;
      const line = lineAt(text.slice(0, index).split('\n').length - 1);
      findings.push({ index, end, line, rule, text: words.replace(/\s+(?:[*#>]\s|\/\/\s)?\s*/g, ' ') });
    }
  }
  return findings.sort((a, b) => a.index - b.index);
}

/** A file's text, and which of its lines a line of that text is: of a notebook only what its cells hold, no outputs. */
function readable(file) {
  const raw = readFileSync(given.length > 0 ? file : ROOT + file, 'utf8');
  if (file.endsWith('.ipynb')) return notebookText(raw);
  const own = file.endsWith(GLOSSARY) ? raw.replace(/\|[^|\n]*\|$/gm, '||') : raw;
  return { text: own, lineAt: (i) => i + 1 };
}

/** Jupyter writes one line of a cell to one line of JSON, between `"source": [` and `]`. */
function notebookText(raw) {
  const [lines, numbers] = [[], []];
  let inSource = false;
  for (const [i, line] of raw.split('\n').entries()) {
    if (/^\s*"source": \[/.test(line)) inSource = true;
    else if (inSource && /^\s*\],?$/.test(line)) inSource = false;
    else if (inSource) {
      lines.push(JSON.parse(line.trim().replace(/,$/, '')).replace(/\n$/, ''));
      numbers.push(i + 1);
    }
  }
  return { text: lines.join('\n'), lineAt: (i) => numbers[i] };
}

/** Longest first, so that a phrase within another is not found twice. */
function phraseRules() {
  return tableUnder('## Write / Not')
    .flatMap(([write, not]) => listed(not).map((phrase) => ({ write, phrase })))
    .sort((a, b) => b.phrase.length - a.phrase.length)
    .map(({ write, phrase }) => ruleOf(write, phrase, phraseSource(phrase)));
}

/** On word boundaries; between words any space, also a line's end with the marks of a comment or a quotation. */
function phraseSource(phrase) {
  const exact = /[A-Z]/.test(phrase);
  const words = phrase.split(' ').map((word, i) => {
    const plain = escaped(word);
    if (exact) return plain;
    return i === 0 ? eitherCase(plain) : plain;
  });
  const end = /\w$/.test(phrase) ? '(?![\\w-])' : '';
  return `(?<![\\w-])${words.join('(?:[ \\t]+|\\s*\\n\\s*(?:\\*(?!/)|//|#|>)?\\s*)')}${end}`;
}

/** As a word, and as a part of an identifier: `colour`, `segmentColour`, `NOISE_COLOUR`. */
function spellingRules() {
  return tableUnder('## Spelling').flatMap(([write, not]) =>
    listed(not).map((word) => {
      const [first, rest] = [word[0], escaped(word.slice(1))];
      const capital = first.toUpperCase();
      const lower = `(?:(?<![A-Za-z])[${first}${capital}]|(?<=[a-z0-9])${capital})${rest}(?![a-z])`;
      return ruleOf(write, word, `${lower}|(?<![A-Za-z])${escaped(word.toUpperCase())}(?![A-Za-z])`);
    }),
  );
}

function nameRules() {
  return tableUnder('## Renames')
    .filter(([old]) => /^`\w+`$/.test(old)) // others say more than a name, or stay a name elsewhere
    .map(([old, write]) => ruleOf(write, old.slice(1, -1), `(?<![\\w'./-])${old.slice(1, -1)}(?![\\w'-])`));
}

/** `key` is the longest word: a file without it is not searched, which makes the check fast. */
function ruleOf(write, phrase, source) {
  const key = phrase
    .toLowerCase()
    .split(' ')
    .sort((a, b) => b.length - a.length)[0];
  return { write, key, pattern: new RegExp(source, 'g') };
}

/** The phrases of a cell, without those in italics. */
function listed(cell) {
  return cell
    .split(' · ')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '' && !phrase.startsWith('*'));
}

/** The rows of the first table under a heading, as cells. */
function tableUnder(heading) {
  const style = readFileSync(`${ROOT}${STYLE}`, 'utf8');
  const at = style.indexOf(`\n${heading}\n`);
  const section = at < 0 ? '' : style.slice(at + heading.length + 2).split('\n## ')[0];
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  if (rows.length < 3) throw new Error(`${STYLE} has no table under '${heading}'`);
  return rows.slice(2).map((row) =>
    row
      .slice(1, row.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function eitherCase(word) {
  return /^[a-z]/.test(word) ? `[${word[0]}${word[0].toUpperCase()}]${word.slice(1)}` : word;
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
