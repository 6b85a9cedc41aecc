/** What stands between answers; a comma and a slash stand in single answers, too. */
const MARKS = [';', '|', '\n', ','] as const;

/** More different answers than that are free text. */
const MAX_ANSWERS = 40;
const MAX_ANSWER_LENGTH = 40;

/** Each answer comes in so many of the different cells, on average. */
const CELLS_EACH = 2;

/**
 * A cell of a column that holds several answers in one, such as 'web; email; phone' beside 'email; phone': few answers
 * that come in many combinations. Undefined for all other texts: of cities with their state ('Portland, OR') the state
 * never comes first.
 * Cost: O(characters).
 *
 * @param texts the different ones.
 */
export function severalAnswers(texts: readonly string[]): string | undefined {
  for (const mark of MARKS) {
    const lists = texts.map((text) => answersIn(text, mark));
    if (areAnswers(lists)) return texts[lists.findIndex(({ length }) => length > 1)];
  }
  return undefined;
}

function areAnswers(lists: readonly (readonly string[])[]): boolean {
  const cells = new Map<string, { count: number; first: boolean; later: boolean }>();
  let all = 0;
  for (const list of lists) {
    for (const [at, answer] of list.entries()) {
      if (answer.length > MAX_ANSWER_LENGTH) return false;
      const found = cells.get(answer) ?? { count: 0, first: false, later: false };
      cells.set(answer, found);
      if (cells.size > MAX_ANSWERS) return false;
      found.count++;
      if (at === 0) found.first = true;
      else found.later = true;
      all++;
    }
  }
  const moves = [...cells.values()].some(({ first, later }) => first && later);
  const several = lists.some(({ length }) => length > 1);
  const lengths = new Set(lists.map(({ length }) => length));
  return several && moves && lengths.size > 1 && all >= CELLS_EACH * cells.size;
}

/** The answers of a cell, without the brackets and quotes of a list in JSON. */
function answersIn(text: string, mark: string): string[] {
  const plain = text.trim();
  const inner = plain.startsWith('[') && plain.endsWith(']') ? plain.slice(1, -1) : plain;
  return inner
    .split(mark)
    .map((part) => withoutQuotes(part.trim()).toLowerCase())
    .filter((answer) => answer !== '');
}

function withoutQuotes(text: string): string {
  const quoted = text.length > 1 && text[0] === text[text.length - 1] && `"'`.includes(text[0]);
  return quoted ? text.slice(1, -1) : text;
}
