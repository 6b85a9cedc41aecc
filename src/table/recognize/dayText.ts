import { withoutAccents } from '../../core/withoutAccents';
import { isoDay, yearOf } from './calendar';

/** The order in which day, month and year stand. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd';

/** A day as written, before it is known which of its numbers is the day. */
export interface WrittenDay {
  /** What days that are read together have in common: marks, length of the year, whether the month has a name. */
  shape: string;
  /** The orders in which it may be meant; some may give a day that is in no calendar. */
  orders: readonly DayOrder[];
  numbers: readonly [string, string, string];
  /** Whether a day or month is written with one digit. */
  unpadded: boolean;
  /** Whether the name of a weekday stands before it. */
  weekday: boolean;
  /** How it is written in an order, in date-fns's tokens. */
  format(order: DayOrder): string;
}

/**
 * Takes a day apart: '2024-05-31', '5/31/24', '31.05.2024', '31-May-2024', 'Fri, May 31, 2024', 'May-31-24', '2024年5月31日'. Between points the day
 * always comes first. Undefined where it is none.
 */
export function splitDay(text: string): WrittenDay | undefined {
  const day = text.replace(WEEKDAY, '');
  const found = dayOfNumbers(day) ?? dayOfSigns(day) ?? dayBeforeMonth(day) ?? monthBeforeDay(day);
  return found && { ...found, weekday: day !== text };
}

/** 'yyyy-MM-dd' of a day in an order; undefined where the calendar has no such day. */
export function readDay({ numbers: [a, b, c] }: WrittenDay, order: DayOrder): string | undefined {
  if (order === 'ymd') return isoDay(yearOf(a), Number(b), Number(c));
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  return isoDay(yearOf(c), Number(month), Number(day));
}

type PlainDay = Omit<WrittenDay, 'weekday'>;

const WEEKDAY = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? /i;
const NUMBERS = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/;
const DAY_BEFORE_MONTH =
  /^(\d{1,2})(\.? |er |º |[-/.]| de )(\p{L}{3,12}\.?)(,? |[-/.]| del? )(\d{4}|\d{2})$/iu;
/** As SAS writes it: '31MAY2024'. */
const WITHOUT_MARKS = /^(\d{1,2})()(\p{L}{3})()(\d{4})$/u;
/** The first of a month has an ending in French and Spanish, where other days have none. */
const ORDINAL = /^(?:er|º) $/i;
const MONTH_BEFORE_DAY = /^(\p{L}{3,12}\.?) (\d{1,2})(,?) (\d{4})$/u;
const MONTH_HYPHEN_DAY = /^(\p{L}{3,12})-(\d{1,2})(-)(\d{4}|\d{2})$/u;

function dayOfNumbers(text: string): PlainDay | undefined {
  const [, a, mark, b, c] = NUMBERS.exec(text) ?? [];
  if (a === undefined) return undefined;
  const orders = ordersOf(a.length, c.length, mark);
  if (orders.length === 0) return undefined;
  const year = orders[0] === 'ymd' || c.length === 4 ? 'yyyy' : 'yy';
  const parts = { d: 'dd', m: 'MM', y: year };
  return {
    shape: `${mark}${year}${orders[0]}`,
    orders,
    numbers: [a, b, c],
    unpadded: [a, b, c].some((number) => number.length === 1),
    format: (order) => Array.from(order, (part) => parts[part as 'd']).join(mark),
  };
}

/** '2024年5月31日' and '2024년 5월 31일'. */
const SIGNS = /^(\d{4})(年|년 ?)(\d{1,2})(月|월 ?)(\d{1,2})(日|일)$/;

function dayOfSigns(text: string): PlainDay | undefined {
  const [, year, y, month, m, day, d] = SIGNS.exec(text) ?? [];
  if (year === undefined) return undefined;
  const format = `yyyy${y}MM${m}dd${d}`;
  return {
    shape: format,
    orders: ['ymd'],
    numbers: [year, month, day],
    unpadded: month.length === 1 || day.length === 1,
    format: () => format,
  };
}

function ordersOf(first: number, last: number, mark: string): DayOrder[] {
  if (first === 4) return last <= 2 ? ['ymd'] : [];
  if (first > 2 || last === 3 || last === 1) return [];
  if (mark === '.') return ['dmy'];
  return last === 4 ? ['dmy', 'mdy'] : ['dmy', 'mdy', 'ymd'];
}

function dayBeforeMonth(text: string): PlainDay | undefined {
  const [, day, ordinal, name, after, year] = DAY_BEFORE_MONTH.exec(text) ?? WITHOUT_MARKS.exec(text) ?? [];
  if (day === undefined) return undefined;
  const before = ORDINAL.test(ordinal) ? ' ' : quoted(ordinal);
  return withMonth(
    [day, name, year],
    'dmy',
    (month) => `dd${before}${month}${quoted(after)}${yearToken(year)}`,
  );
}

function monthBeforeDay(text: string): PlainDay | undefined {
  const [, name, day, mark, year] = MONTH_BEFORE_DAY.exec(text) ?? MONTH_HYPHEN_DAY.exec(text) ?? [];
  if (day === undefined) return undefined;
  const [before, after] = mark === '-' ? ['-', '-'] : [' ', `${mark} `];
  return withMonth([name, day, year], 'mdy', (month) => `${month}${before}dd${after}${yearToken(year)}`);
}

/** ' de ' as date-fns has to be told: " 'de' ". */
function quoted(between: string): string {
  return between.replace(/\p{L}+/u, "'$&'");
}

function yearToken({ length }: string): string {
  return length === 4 ? 'yyyy' : 'yy';
}

function withMonth(
  written: readonly [string, string, string],
  order: DayOrder,
  format: (month: string) => string,
): PlainDay | undefined {
  const at = order === 'dmy' ? 1 : 0;
  const month = monthNamed(written[at]);
  if (month === undefined) return undefined;
  const numbers = written.map((part, i) => (i === at ? String(month) : part)) as [string, string, string];
  return {
    shape: format('month'),
    orders: [order],
    numbers,
    unpadded: written[1 - at].length === 1,
    format: () => format(written[at].length > 3 ? 'MMMM' : 'MMM'),
  };
}

// cspell:disable
/**
 * In English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian and Polish, accents left off;
 * shortened ones follow.
 */
const MONTHS: readonly string[] = [
  'january januar janvier enero gennaio janeiro januari styczen stycznia jan janv ene gen sty',
  'february februar fevrier febrero febbraio fevereiro februari luty lutego feb fevr fev lut',
  'march marz maerz mars marzo marco maart marts marzec marca mar mrz mrt',
  'april avril abril aprile kwiecien kwietnia apr avr abr kwi',
  'may mai mayo maggio maio mei maj maja mag',
  'june juni juin junio giugno junho czerwiec czerwca jun giu cze',
  'july juli juillet julio luglio julho lipiec lipca jul juil lug lip',
  'august aout agosto augustus augusti sierpien sierpnia aug ago sie',
  'september septembre septiembre settembre setembro wrzesien wrzesnia sep sept set wrz',
  'october oktober octobre octubre ottobre outubro pazdziernik pazdziernika oct okt ott out paz',
  'november novembre noviembre novembro listopad listopada nov lis',
  'december dezember decembre diciembre dicembre dezembro desember grudzien grudnia dec dez dic des gru',
];
// cspell:enable
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** 1 to 12, of a name written out or shortened, a point after it or not. */
export function monthNamed(name: string): number | undefined {
  const bare = withoutAccents(name.toLowerCase().replace('.', ''));
  return MONTH_NUMBERS.get(bare);
}
