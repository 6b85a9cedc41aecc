import { plainWordsOf } from '../../core/columnNames';
import { byStrength, type FeatureProfile, materialityOf } from '../features/featureProfile';
import { type AdviceTraits, direction } from '../names/traits';

// cspell:disable: words of seven languages
/** What goes wrong between customers and a company. */
const BURDENS: ReadonlySet<string> = new Set(
  [
    'overdue arrears delinquent delinquency unpaid delay delays refund refunds refunded returns returned defect defects dispute disputes',
    'chargeback chargebacks outage outages mahnungen zahlungsverzug rucksendungen ruckgaben storno stornos storungen',
    'retours impayes retard retards devoluciones impagos retrasos resi insoluti ritardi devolucoes atrasos inadimplencia',
    'storingen',
  ].flatMap((line) => line.split(' ')),
);
const BURDEN_STEMS = ['retour', 'achterstand'];
const BURDEN_PHRASES =
  /\b(return rate|support tickets|days late|open invoices|failed payments|late (payments?|delivery|deliveries)|taux de retour)\b/;
/** Returns of this kind are welcome. */
const WELCOME = /\b(invest|investment|investments|portfolio|fund|returning)\b/;
// cspell:enable

/** The strongest of what goes wrong far more often than with others: it is settled before anything is sold. */
export function burdenOf({ features }: Pick<AdviceTraits, 'features'>): FeatureProfile | undefined {
  return byStrength(features.filter(isBurden)).find(
    (feature) => direction(feature) > 0 && feature.effect.strength === 'large' && materialityOf(feature) >= 2,
  );
}

function isBurden({ role, column }: FeatureProfile): boolean {
  if (role !== 'other') return false;
  const words = plainWordsOf(column);
  const name = words.join(' ');
  const isOne = (word: string) => BURDENS.has(word) || BURDEN_STEMS.some((stem) => word.startsWith(stem));
  return (words.some(isOne) || BURDEN_PHRASES.test(name)) && !WELCOME.test(name);
}
