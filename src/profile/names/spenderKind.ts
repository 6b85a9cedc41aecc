import type { FeatureProfile } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import type { NameReason } from './nameReason';
import { nounsOf } from './nouns';
import { direction, graded, levelOf, numberOf, spendingOf, type Traits } from './traits';
import { evidence } from './wording';

/** What kind of spenders a segment's customers are: the noun with its adjective, and the roles they cover. */
export interface SpenderKind {
  /** Goes before the noun, after other adjectives. */
  adjective?: NameReason;
  noun: NameReason;
  covers: readonly ColumnRole[];
}

/**
 * Returns the kind of spenders, by two facts together or by spending alone; undefined if spending does not stand out.
 *
 * - 'high-value customers': large orders, and more spending or more frequent purchases; none of the three lower.
 * - 'affluent big spenders': income and spending in the upper third of all customers.
 * - 'careful high earners': income in the upper third, spending clearly lower.
 * - 'budget shoppers': income and spending (or, if spending is average, orders) clearly lower, one of them in the
 *   lower third; orders not larger.
 */
export function spenderKind(traits: Traits): SpenderKind | undefined {
  return highValue(traits) ?? byIncome(traits) ?? bySpending(traits);
}

function highValue(traits: Traits): SpenderKind | undefined {
  const order = numberOf(traits, 'orderValue');
  const measures = [spendingOf(traits), order, numberOf(traits, 'frequency')];
  const up = measures.filter((measure) => direction(measure) > 0);
  if (direction(order) <= 0 || up.length < 2 || measures.some((measure) => direction(measure) < 0))
    return undefined;
  return {
    adjective: { text: 'high-value', reason: evidenceOf(...up) },
    noun: { text: nounsOf(traits).customers, reason: '' },
    covers: ['spending', 'spendingScore', 'orderValue', 'frequency'],
  };
}

function byIncome(traits: Traits): SpenderKind | undefined {
  const income = numberOf(traits, 'income');
  const spending = spendingOf(traits);
  const covers: ColumnRole[] = ['income', 'spending', 'spendingScore'];
  if (levelOf(income) === 'high' && levelOf(spending) === 'high') {
    const noun = { text: spendersOf(traits)!, reason: evidenceOf(spending) };
    return { adjective: { text: 'affluent', reason: evidenceOf(income) }, noun, covers };
  }
  if (levelOf(income) === 'high' && direction(spending) < 0) {
    const noun = { text: 'high earners', reason: evidenceOf(income) };
    return { adjective: { text: 'careful', reason: evidenceOf(spending) }, noun, covers };
  }
  const order = numberOf(traits, 'orderValue');
  const little = direction(spending) === 0 ? order : spending;
  const lower = direction(income) < 0 && direction(little) < 0 && direction(order) <= 0;
  if (!lower || (levelOf(income) !== 'low' && levelOf(little) !== 'low')) return undefined;
  return {
    noun: { text: nounsOf(traits).budget, reason: evidenceOf(income, little) },
    covers: [...covers, 'orderValue'],
  };
}

function bySpending(traits: Traits): SpenderKind | undefined {
  const text = spendersOf(traits);
  if (!text) return undefined;
  return { noun: { text, reason: evidenceOf(spendingOf(traits)) }, covers: ['spending'] };
}

/** 'big spenders', 'below-average spenders'; of people who give, 'small donors'. */
function spendersOf(traits: Traits): string | undefined {
  const { spenders } = nounsOf(traits);
  const little = spenders === 'spenders' ? 'light' : 'small';
  return graded(
    traits,
    spendingOf(traits),
    [`big ${spenders}`, `above-average ${spenders}`],
    [`${little} ${spenders}`, `below-average ${spenders}`],
  );
}

function evidenceOf(...features: (FeatureProfile | undefined)[]): string {
  return features.flatMap((feature) => (feature ? [evidence(feature)] : [])).join('; ');
}
