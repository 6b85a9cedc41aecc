import { lowerFirst } from '../../core/columnNames';
import {
  byStrength,
  type FeatureProfile,
  materialityOf,
  type NumericFeature,
} from '../features/featureProfile';
import { namesGoods } from '../roles/spendingWords';
import { direction, spendingOf, strongestFeature, type Traits } from './traits';

// cspell:disable: words of seven languages
/** Words that only say that a column holds what was spent. */
const OF_SPENDING =
  /^(?:spend|spent|spending|mnt|amount|revenue|sales|turnover|umsatz|ausgaben|d[ée]penses?|montant|gastos?|importe|ventas|spes[ae]|fatturato|importo|despesas?|omzet|uitgaven|bestedingen|on|for|in|of|en|em|sur|pour|f[üu]r|mit|per|voor|aan)$/i;
// cspell:enable

/** What a spending column is about: 'wine' of `wine_spend`, 'meat products' of `MntMeatProducts`. */
export function productLine({ label }: FeatureProfile): string {
  const words = label.replace(/ \([^()]{1,12}\)$/, '').split(' ');
  const first = words.findIndex((word) => !OF_SPENDING.test(word));
  if (first < 0) return lowerFirst(label);
  let end = words.length;
  while (OF_SPENDING.test(words[end - 1])) end--;
  const line = words.slice(first, end).join(' ');
  return first === 0 ? lowerFirst(line) : line;
}

/** The spending column, of those that name goods, in which the segment most exceeds everyone else. */
export function strongestLine({ features }: Pick<Traits, 'features'>): FeatureProfile | undefined {
  const lines = features.filter(({ role, column }) => role !== 'spendingPart' || namesGoods(column));
  return strongestFeature({ features: lines }, 'spendingPart');
}

/** Of what a segment spends, so much goes to one line if it is called mostly that. */
const MOST = 0.5;
/** And so many times the share that it has among the others. */
const MORE = 1.25;

/** The line that most of a segment's spending goes to, if the others spend a smaller part of theirs on it. */
export function mainLine(traits: Pick<Traits, 'features'>): NumericFeature | undefined {
  const total = spendingOf(traits);
  const line = strongestLine(traits);
  if (!total?.others || line?.kind !== 'numeric' || !line.others || direction(line) <= 0) return undefined;
  const own = line.segment.mean / total.segment.mean;
  return own >= MOST && own <= 1 && own >= (MORE * line.others.mean) / total.others.mean ? line : undefined;
}

/** A line that a segment spends far more on than the others do, though it spends no more in all. */
export function favoriteLine({ features }: Pick<Traits, 'features'>): FeatureProfile | undefined {
  const [line] = byStrength(
    features.filter(({ role, column }) => role === 'spendingPart' && namesGoods(column)),
  ).filter((feature) => direction(feature) > 0);
  return line?.effect.strength === 'large' && materialityOf(line) >= 2 ? line : undefined;
}
