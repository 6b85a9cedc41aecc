/**
 * Finds regular expressions that a hostile text can hold up: `node scripts/lint-patterns.mjs [files…]`.
 *
 * Every pattern of `src` is taken out with the TypeScript compiler and put before two checkers, as each knows what the
 * other misses: scslre (at once) and recheck (its version in JavaScript alone, so that it needs no Java and answers the
 * same everywhere). One that takes more than linear time is a finding, as is one that is put together while the program
 * runs, which nobody can check. What `BOUNDED` names may: the text it meets has a length that the code bounds.
 * Prints `file:line: pattern: what is wrong` and exits with 1 when there is any.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

process.env.RECHECK_BACKEND = 'pure';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where patterns of more than linear time are allowed, and what bounds the length of their text. */
export const BOUNDED = [
  { file: 'src/profile/roles/roleLexicon.ts', reason: '`wordsOf` takes 200 characters of a name' },
  { file: 'src/table/recognize/clockText.ts', reason: '`splitClock` refuses texts of over 80 characters' },
  {
    file: 'src/datasets/frame/dataFrame.ts',
    pattern: String.raw`/\W|^_+|_+$/g`,
    reason: "a word of danfojs's own",
  },
  { file: 'src/features/rfm/likelyHeaders.ts', reason: '`bareHeader` takes 60 characters of a name' },
  {
    file: 'src/table/personal.ts',
    reason: '`wordsOf` takes 200 characters of a name; contacts have 100 at most',
  },
  {
    file: 'src/core/resolveOptions.ts',
    reason: 'the patterns of our own schemas meet an option, which someone typed',
  },
  { file: 'src/segmentation/explain/conditions/roundNumbers.ts', reason: 'a number has 17 digits at most' },
  { file: 'src/table/codeNames.ts', reason: '`codeNoun` takes the first characters of a name' },
  { file: 'src/cli/usageError.ts', pattern: '/<[^>]+>/g', reason: "our own command's usage" },
];

/** So long recheck looks at a pattern, in ms; one that takes longer is too complicated to be trusted. */
const PATIENCE = 10_000;

/** What is wrong with a pattern, written `/…/flags`; undefined where it takes linear time at most. */
export async function fault(pattern) {
  const end = pattern.lastIndexOf('/');
  const [source, flags] = [pattern.slice(1, end), pattern.slice(end + 1)];
  const { analyse } = await imported('scslre'); // lint-words: allow
  if (analyse({ source, flags }).reports.length > 0) return 'takes more than linear time'; // lint-words: allow
  const { checkSync } = await imported('recheck');
  const { status, complexity } = checkSync(source, flags, { timeout: PATIENCE });
  if (status === 'safe') return undefined;
  return status === 'vulnerable' ? `takes ${complexity.type} time` : 'is too complicated to be checked';
}

/** The patterns of a TypeScript text and their lines; `undefined` for one that is put together as the program runs. */
export async function patternsIn(text, file) {
  const ts = await imported('typescript');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    const line = () => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const made = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral)
      found.push({ pattern: node.text, line: line() });
    else if (made && node.expression.getText() === 'RegExp') found.push({ pattern: undefined, line: line() });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

async function imported(name) {
  const module = await import(name);
  return module.default ?? module;
}

function isAllowed(file, pattern) {
  return BOUNDED.some((each) => each.file === file && (each.pattern ?? pattern) === pattern);
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function main(files) {
  const known = new Map();
  let findings = 0;
  for (const path of files) {
    const file = relative(ROOT, path).replaceAll('\\', '/');
    for (const { pattern, line } of await patternsIn(readFileSync(path, 'utf8'), file)) {
      if (isAllowed(file, pattern)) continue;
      if (pattern !== undefined && !known.has(pattern)) known.set(pattern, await fault(pattern));
      const wrong = pattern === undefined ? 'is made while the program runs' : known.get(pattern);
      if (wrong === undefined) continue;
      findings++;
      console.log(`${file}:${line}: ${pattern ?? 'a pattern'} ${wrong}`);
    }
  }
  if (findings === 0) return;
  console.error(
    `\n${findings} findings. Scan the text by hand, in one pass, or say in \`BOUNDED\` what bounds its length.`,
  );
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv.length > 2 ? process.argv.slice(2) : sources(join(ROOT, 'src')));
}
