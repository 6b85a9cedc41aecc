import type { ScoringDialect } from './dialects/scoringDialect';
import type { Measured } from './measureCustomers';
import { WHO } from './readCustomers';
import type { Made, Steps } from './steps';

/** What the last step needs to know of the segments. */
interface Segments {
  names: readonly string[];
  /** See `SqlMeasure`. */
  reach?: number;
}

const NOISE = 'Noise';
const TOO_FAR = 'in no segment: too far from all of them';

/**
 * The steps from distances to the nearest segment, as `placeCustomers` of `predict` has it, and what is said of the
 * customer. @returns the names of the last step's columns, beside `customer`.
 */
export function placeCustomers(
  steps: Steps,
  { distances, density }: Measured,
  { names, reach }: Segments,
  dialect: ScoringDialect,
): string[] {
  const { double, quoteText } = dialect;
  const known = [...WHO, ...(density === undefined ? [] : [density])];
  if (distances.length === 0) return allNoise(steps, dialect);
  steps.add('nearest', [...known, ...distances], [['nearest', dialect.extreme('least', distances)]]);
  steps.add('placed', [...known, 'nearest', ...distances], [['place', `CASE${first(distances)} END`]]);
  const hasSecond = distances.length > 1;
  if (hasSecond)
    steps.add('compared', [...known, 'nearest', 'place'], [['second', second(distances, dialect)]]);
  const beyond = (value: string) =>
    reach === undefined ? '' : ` WHEN nearest > ${double(reach)} THEN ${value}`;
  const unplaced = (noise: string) => `CASE WHEN why IS NOT NULL THEN NULL${beyond(noise)}`;
  const called = names.map((name, c) => `WHEN place = ${c + 1} THEN ${quoteText(name)}`);
  const margin = hasSecond
    ? `WHEN second = ${double(0)} THEN ${double(0)} ELSE ${double(1)} - nearest / second`
    : `ELSE ${double(1)}`;
  const said: Made[] = [
    ['segment', `${unplaced('NULL')} ELSE place END`],
    ['segment_name', `${unplaced(quoteText(NOISE))} ${called.join(' ')} END`],
    ['margin', `${unplaced(double(0))} ${margin} END`],
    ...(density === undefined ? [] : [['log_density', `CASE WHEN why IS NULL THEN ${density} END`] as const]),
    [
      'reason',
      reach === undefined ? 'why' : `CASE WHEN why IS NOT NULL THEN why${beyond(quoteText(TOO_FAR))} END`,
    ],
  ];
  return say(steps, said);
}

/** The last step: its columns have other names than those before, which some databases would take for them. */
function say(steps: Steps, said: readonly Made[]): string[] {
  steps.add('segments', ['customer'], said);
  return said.map(([name]) => name);
}

/** The first of the segments that are equally near. */
function first(distances: readonly string[]): string {
  return distances.map((distance, c) => ` WHEN ${distance} = nearest THEN ${c + 1}`).join('');
}

function second(distances: readonly string[], { double, extreme }: ScoringDialect): string {
  const others = distances.map(
    (distance, c) => `CASE WHEN place = ${c + 1} THEN ${double(Number.MAX_VALUE)} ELSE ${distance} END`,
  );
  return extreme('least', others);
}

/** A fit that has found no segment puts nobody into one. */
function allNoise(steps: Steps, { double, quoteText }: ScoringDialect): string[] {
  const placed = (value: string) => `CASE WHEN why IS NULL THEN ${value} END`;
  return say(steps, [
    ['segment', 'CASE WHEN 1 = 0 THEN 1 END'],
    ['segment_name', placed(quoteText(NOISE))],
    ['margin', placed(double(0))],
    ['reason', `COALESCE(why, ${quoteText(TOO_FAR)})`],
  ]);
}
