import { EFFECT_THRESHOLDS } from '../features/effectSize';
import { closingTrait } from './closingTrait';
import type { NameReason } from './nameReason';
import {
  ageDirection,
  direction,
  featureOf,
  isMixed,
  levelOf,
  majorityHas,
  numberOf,
  outermost,
  spendingOf,
  type Traits,
} from './traits';
import { evidence, middleThirdEvidence, shareEvidence, spreadEvidence } from './wording';

type Part = NameReason;

/**
 * A name based on the household: '<adjective> families <clause>'. Undefined if the table has no column on children,
 * if segments do not differ in having children, or if neither parents nor customers without children make up two
 * thirds of this one.
 *
 * - Noun: 'families' if at least two thirds are parents; 'couples', 'singles', or both, if at most one third are.
 * - Adjective: 'Affluent' (high income and high spending). Otherwise, the stage of life ('Established': parents older
 *   than others, with few small children). Otherwise, the level of income.
 * - Clause: income, spending or children, whatever the adjective does not cover, in an order that depends on it.
 */
export function householdName(traits: Traits): Part[] | undefined {
  const noun = traits.householdDiffers ? householdNoun(traits) : undefined;
  if (!noun) return undefined;
  const parents = noun.text === 'families';
  const affluent = affluence(traits);
  if (affluent) return [affluent, noun];
  const stage = stageOfLife(traits, parents);
  const children = parents && stage?.text !== 'established' ? childrenClause(traits) : undefined;
  const parts = stage
    ? compact(stage, noun, [incomeClause(traits), spendingClause(traits), children])
    : compact(incomeAdjective(traits), noun, [children, spendingClause(traits)]);
  return parts.length > 1 ? parts : [...parts, ...closingTrait(traits)];
}

/** The adjective, the noun and the first clause found. */
function compact(adjective: Part | undefined, noun: Part, clauses: (Part | undefined)[]): Part[] {
  return [adjective, noun, clauses.find((clause) => clause)].filter((part): part is Part => !!part);
}

function householdNoun({ household: { parents, partners } }: Traits): Part | undefined {
  if (!parents || parents.count === 0) return undefined;
  if (parents.share >= 2 / 3) return { text: 'families', reason: shareEvidence(parents) };
  if (parents.share > 1 / 3) return undefined;
  const childless = `only ${shareEvidence(parents)}`;
  if (!partners || partners.count === 0) return { text: 'households without children', reason: childless };
  const text = partners.share > 0.75 ? 'couples' : partners.share < 0.25 ? 'singles' : 'couples and singles';
  return { text, reason: `${childless}; ${shareEvidence(partners)}` };
}

function affluence(traits: Traits): Part | undefined {
  const income = numberOf(traits, 'income');
  const spending = spendingOf(traits);
  if (levelOf(income) !== 'high' || levelOf(spending) !== 'high') return undefined;
  return { text: 'affluent', reason: `${evidence(income!)}; ${evidence(spending!)}` };
}

/** 'younger', 'older', or 'established' for older parents with few small children. */
function stageOfLife(traits: Traits, parents: boolean): Part | undefined {
  const age = featureOf(traits, 'age', 'birthYear');
  if (age?.kind !== 'numeric') return undefined;
  const { smallChildren } = traits.household;
  const small = smallChildren && smallChildren.share <= 0.25 && direction(smallChildren) < 0;
  if (parents && small && isOlder(traits)) {
    return { text: 'established', reason: `${evidence(age)}; only ${shareEvidence(smallChildren)}` };
  }
  const clearly = outermost(traits, age) === 0 ? 0 : ageDirection(traits);
  return clearly === 0 ? undefined : { text: clearly > 0 ? 'older' : 'younger', reason: evidence(age) };
}

/** Older by at least a small effect. */
function isOlder(traits: Traits): boolean {
  const age = numberOf(traits, 'age');
  const effect = (age ?? numberOf(traits, 'birthYear'))!.effect;
  return effect.standsOut && (age ? effect.standardized : -effect.standardized) >= EFFECT_THRESHOLDS.small;
}

function incomeAdjective(traits: Traits): Part | undefined {
  const income = numberOf(traits, 'income');
  const level = levelOf(income);
  if (!income || level === undefined || level === 'unclear') return undefined;
  if (level === 'middle') return { text: 'middle-income', reason: middleThirdEvidence(income) };
  return { text: `${level}-income`, reason: evidence(income) };
}

function incomeClause(traits: Traits): Part | undefined {
  const income = numberOf(traits, 'income');
  const level = levelOf(income);
  if (level === 'low') return { text: 'on a limited income', reason: evidence(income!) };
  return level === 'high' ? { text: 'with a high income', reason: evidence(income!) } : undefined;
}

function spendingClause(traits: Traits): Part | undefined {
  const spending = spendingOf(traits);
  const level = levelOf(spending);
  if (!spending || level === undefined) return undefined;
  if (isMixed(spending)) return { text: 'with mixed spending', reason: spreadEvidence(spending) };
  const side = direction(spending);
  if (side === 0) return undefined;
  const average = side > 0 ? 'above-average' : 'below-average';
  const text = `with ${level === 'high' || level === 'low' ? level : average} spending`;
  return { text, reason: evidence(spending) };
}

function childrenClause({ household: { teenagers, smallChildren } }: Traits): Part | undefined {
  if (majorityHas(teenagers)) return { text: 'with teenagers', reason: shareEvidence(teenagers!) };
  if (majorityHas(smallChildren))
    return { text: 'with small children', reason: shareEvidence(smallChildren!) };
  return undefined;
}
