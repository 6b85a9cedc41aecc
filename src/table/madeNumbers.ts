import { plainWordsOf } from '../core/columnNames';
import { isNamed, type NamedKind, namesIn, TO_USE } from './namedKinds';

/** A kind of numbers that somebody made up, set or worked out, and no customer ever did. */
interface Made extends NamedKind {
  /** Whether amounts in a unit have such names, too: 'Salt' in kg. */
  bare?: true;
  /** Of a name that may be an amount's as well. */
  fits?: (known: Float64Array) => boolean;
}

const PREDICTED = `holds what a model predicts, not what customers did; ${TO_USE}`;
const RANDOM = 'holds random numbers: they measure nothing';
const TAXES = `holds tax rates: they depend on the law, not on the customer; ${TO_USE}`;

// cspell:disable
/** English first, then German, French, Spanish, Italian, Portuguese, Dutch and some more. */
const KINDS: readonly Made[] = [
  {
    reason: PREDICTED,
    words: namesIn(
      'predict,predicted,prediction,predictions,predictive,forecast,forecasted,propensity,propensities,churn probability,churn prob,probability of churn,default probability,probability of default,uplift,churn risk,attrition risk,default risk,fraud risk,conversion risk,purchase risk,risk of churn',
      'lead score,hub spot score,hubspot score,einstein score,model score,ml score,ai score,churn score,fraud score,screening score,rank score,ranking score,similarity score,conversion score,offer score,recommendation score',
      'propension,prediccion,propensione,previsione,predetto,propensao,previsao,predito,voorspelling,voorspeld,prognoza,tahmin',
    ),
    parts: namesIn(
      'prognose,vorhersage,vorhergesagt,kundigungswahrscheinlichkeit,abwanderungswahrscheinlichkeit',
    ),
  },
  {
    reason: PREDICTED,
    words: namesIn(
      'probability,prob,proba,probabilite,probabilidad,probabilita,probabilidade,kans,waarschijnlijkheid,prawdopodobienstwo,olasilik',
    ),
    parts: namesIn('wahrscheinlichkeit'),
    fits: areNoAnswers,
  },
  {
    reason: RANDOM,
    words: namesIn(
      'random number,random numbers,random seed,random value,random values,random id,random key,random group,random bucket,random sample,random order,random draw,rnd number,rnd seed,rnd value,hash bucket,hash value,hash values,hash code,hash key,hash id,customer hash,user hash,email hash,e mail hash,hashed,md 5,sha 1,sha 256,crc 32,checksum,nonce,sample bucket,test bucket,ab bucket,rollout bucket',
      'aleatoire,aleatorio,casuale,willekeurig',
    ),
    parts: namesIn('zufall'),
  },
  {
    // beside other words these are a currency, and what people buy
    reason: RANDOM,
    words: namesIn('random,rnd,hash,hashes,rand,noise,seed,salt,crc'),
    alone: true,
    bare: true,
  },
  {
    reason: 'holds weights of a survey: they say how many others an answer stands for',
    words: namesIn(
      'weight,weights,weighting,wgt,wt,survey weight,survey weights,sample weight,sampling weight,design weight,case weight,person weight,respondent weight,final weight,post stratification weight',
      'gewicht,gewichtung,poids,ponderation,peso,ponderacion,pesi,weging,wegingsfactor',
    ),
    alone: true,
    bare: true,
    fits: averageOne,
  },
  {
    reason: `holds terms that you set, not what customers did; ${TO_USE}`,
    words: namesIn(
      'payment term,payment terms,terms of payment,net terms,credit term,credit terms,credit days,days credit,terms days,notice period',
      'zahlungsziel,zahlungsfrist,zahlungsbedingung,zahlungsbedingungen,skonto,kundigungsfrist,delai de paiement,delai de reglement,conditions de paiement,plazo de pago,dias de pago,condiciones de pago,termini di pagamento,giorni pagamento,prazo de pagamento,condicoes de pagamento,betaaltermijn,betalingstermijn,betalingsconditie,termin platnosci,vade',
    ),
    fits: areFewWhole,
  },
  {
    reason: TAXES,
    words: namesIn(
      'vat,sales tax,gst,hst',
      'mwst,mw st,ust,mehrwertsteuer,umsatzsteuer,steuersatz,tva,iva,icms,btw,kdv,stawka vat,moms',
    ),
    fits: areRates,
  },
  {
    reason: TAXES,
    words: namesIn('tax,tax rate,tax pct,tax percent,taxe,taux taxe'),
    alone: true,
    fits: areRates,
  },
];
// cspell:enable

/**
 * Why numbers show nothing that customers did, by their name and values: what a model predicts, random numbers, weights
 * of a survey, terms of payment, tax rates. Undefined for all others.
 * Cost: O(n) for a name that may be one of these, otherwise that of the name.
 *
 * @param known the values that are known, none of them NaN.
 * @param isMeasured whether the values have a known unit (default: false): weights of a survey and random numbers have none.
 */
export function madeNumbers(name: string, known: Float64Array, isMeasured = false): string | undefined {
  const words = plainWordsOf(name.replaceAll('%', ' ')).join(' ');
  const found = KINDS.find((kind) => isNamed(words, kind));
  if (found === undefined || (found.bare && isMeasured)) return undefined;
  return found.fits === undefined || found.fits(known) ? found.reason : undefined;
}

/** Answers to a question are whole numbers of a scale, probabilities are shares or have decimals. */
function areNoAnswers(known: Float64Array): boolean {
  return !known.every(Number.isInteger) || known.every((value) => value <= 1);
}

/** Weights of a survey leave the number of answers as it is. */
function averageOne(known: Float64Array): boolean {
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return known.every((value) => value >= 0) && Math.abs(mean - 1) <= 0.1 && !known.every(Number.isInteger);
}

/** Terms are agreed from a short list. */
const MAX_TERMS = 12;

function areFewWhole(known: Float64Array): boolean {
  return known.every((value) => Number.isInteger(value) && value >= 0) && new Set(known).size <= MAX_TERMS;
}

/** No tax on sales is higher, in percent. */
const MAX_RATE = 30;

/** Amounts of tax vary, rates are few. */
function areRates(known: Float64Array): boolean {
  return known.every((value) => value >= 0 && value <= MAX_RATE) && new Set(known).size <= MAX_TERMS;
}
