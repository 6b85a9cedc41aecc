/** Answers that stand on one scale, each with its place on it from 1 to 5, in lower case. */
type Scale = Readonly<Record<string, number>>;

/** How numbers on a scale are read: '4 of 5'. */
export const SCALE_UNIT = 'of 5';

/** Answers of a column as numbers. */
export interface ScaleFound {
  values: number[];
  /** The ends of the scale as they are written in the column, where they occur: the least and the greatest answer. */
  least: string;
  greatest: string;
}

const MAX_ANSWER_LENGTH = 60;

/** Where seven steps lie on a scale from 1 to 5: those between disagreement and neither half way. */
const PLACES = [1, 2, 2.5, 3, 3.5, 4, 5];

// cspell:disable
const SCALES: readonly Scale[] = [
  ...steps(
    'strongly disagree,completely disagree,totally disagree|disagree|somewhat disagree,slightly disagree|neither agree nor disagree,neither agree or disagree,neutral,undecided|somewhat agree,slightly agree|agree|strongly agree,completely agree,totally agree',
    'stimme überhaupt nicht zu,stimme gar nicht zu,trifft überhaupt nicht zu,trifft gar nicht zu|stimme nicht zu,trifft nicht zu|stimme eher nicht zu,trifft eher nicht zu|teils teils,teils/teils,weder noch,neutral,unentschieden|stimme eher zu,trifft eher zu|stimme zu,trifft zu|stimme voll und ganz zu,stimme völlig zu,stimme voll zu,trifft voll und ganz zu,trifft voll zu',
    "pas du tout d'accord|pas d'accord|plutôt pas d'accord|ni d'accord ni pas d'accord,neutre|plutôt d'accord|d'accord|tout à fait d'accord",
    'totalmente en desacuerdo,muy en desacuerdo|en desacuerdo|algo en desacuerdo|ni de acuerdo ni en desacuerdo,neutral|algo de acuerdo|de acuerdo|totalmente de acuerdo,muy de acuerdo',
    'completamente in disaccordo,fortemente in disaccordo|in disaccordo||né d’accordo né in disaccordo,neutrale||d’accordo|completamente d’accordo',
    'discordo totalmente|discordo|discordo parcialmente|nem concordo nem discordo,neutro|concordo parcialmente|concordo|concordo totalmente',
    'helemaal mee oneens,zeer mee oneens,helemaal oneens|mee oneens,oneens|enigszins oneens|niet eens niet oneens,neutraal|enigszins eens|mee eens,eens|helemaal mee eens,zeer mee eens,helemaal eens',
  ),
  ...steps(
    'very dissatisfied,very unsatisfied,extremely dissatisfied|dissatisfied,unsatisfied|somewhat dissatisfied|neither satisfied nor dissatisfied,neutral|somewhat satisfied|satisfied|very satisfied,extremely satisfied',
    'sehr unzufrieden|unzufrieden|eher unzufrieden|weder noch,neutral,teils teils|eher zufrieden|zufrieden|sehr zufrieden',
    'très insatisfait,pas du tout satisfait|insatisfait,pas satisfait|plutôt insatisfait|neutre|plutôt satisfait|satisfait|très satisfait',
    'muy insatisfecho|insatisfecho|algo insatisfecho|neutral|algo satisfecho|satisfecho|muy satisfecho',
    'molto insoddisfatto|insoddisfatto|abbastanza insoddisfatto|neutrale|abbastanza soddisfatto|soddisfatto|molto soddisfatto',
    'muito insatisfeito|insatisfeito||neutro||satisfeito|muito satisfeito',
    'zeer ontevreden|ontevreden||neutraal||tevreden|zeer tevreden',
  ),
  ...steps(
    'very unlikely,extremely unlikely|unlikely|somewhat unlikely|neither likely nor unlikely,neutral|somewhat likely|likely|very likely,extremely likely',
    'sehr unwahrscheinlich|unwahrscheinlich|eher unwahrscheinlich|neutral|eher wahrscheinlich|wahrscheinlich|sehr wahrscheinlich',
  ),
  ...steps(
    'never|rarely||sometimes,occasionally||often,frequently|always',
    'nie,niemals|selten||manchmal,gelegentlich||oft,häufig|immer',
    'jamais|rarement||parfois||souvent|toujours',
    'nunca|rara vez,raramente||a veces,às vezes||a menudo,frecuentemente,frequentemente|siempre,sempre',
    'mai|raramente||a volte,qualche volta||spesso|sempre',
    'nooit|zelden||soms||vaak|altijd',
  ),
  ...steps(
    'not at all important,not important|slightly important||moderately important,somewhat important||very important|extremely important',
  ),
];
// cspell:enable

/** One answer says nothing of a scale. */
const FEWEST = 2;

/**
 * The texts of a column (trimmed, none missing) as answers on one scale of agreement, satisfaction, likelihood,
 * frequency or importance, in seven languages; undefined where one of them is no such answer. The same answer is the
 * same number in every column and file. Cost: O(n).
 */
export function recognizeScale(texts: readonly string[]): ScaleFound | undefined {
  const answers = new Set<string>();
  let scales = SCALES;
  const plain: string[] = [];
  for (const text of texts) {
    const answer = plainAnswer(text);
    if (!answers.has(answer)) scales = scales.filter((scale) => Object.hasOwn(scale, answer));
    if (scales.length === 0) return undefined;
    answers.add(answer);
    plain.push(answer);
  }
  if (answers.size < FEWEST) return undefined;
  const [scale] = scales;
  const values = plain.map((answer) => scale[answer]);
  const at = (value: number) => texts[values.indexOf(value)];
  return { values, least: at(Math.min(...new Set(values))), greatest: at(Math.max(...new Set(values))) };
}

/** An answer on any of the scales as a number; undefined for other texts. */
export function answerValue(text: string): number | undefined {
  const answer = plainAnswer(text);
  return SCALES.find((scale) => Object.hasOwn(scale, answer))?.[answer];
}

/** Steps of one scale in several languages, each from the least answer to the greatest. */
function steps(...languages: readonly string[]): Scale[] {
  return languages.map((language) => {
    const answers = language.split('|').flatMap((words, at) =>
      words
        .split(',')
        .filter((word) => word.trim() !== '')
        .map((word) => [plainAnswer(word), PLACES[at]] as const),
    );
    return Object.freeze(Object.fromEntries(answers));
  });
}

function plainAnswer(text: string): string {
  return text.slice(0, MAX_ANSWER_LENGTH).trim().toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ');
}
