import { madeNumbers } from '../../src/table/madeNumbers';
import { typedColumn } from '../../src/table/typedColumn';

const upTo = (rows: number, value: (row: number) => number) =>
  Float64Array.from({ length: rows }, (_, row) => value(row));

const shares = upTo(40, (row) => ((row * 37) % 100) / 100);
const fewTerms = upTo(40, (row) => [7, 14, 30, 45, 60][row % 5]);
const rates = upTo(40, (row) => [7, 19][row % 2]);
const amounts = upTo(40, (row) => 100 + row * 13.7);

// cspell:disable
test.each([
  ['Churn Risk Prediction', 'Predicted CLV', 'predicted_ltv', 'propensity_to_buy', 'Churn propensity'],
  ['P(churn) probability', 'churn_prob', 'Lead Score', 'HubSpot Score', 'Wealth screening score'],
  ['Umsatzprognose', 'Kaufwahrscheinlichkeit', 'Probabilité d’achat', 'Probabilidad de compra', 'churn kans'],
])('%s, %s and the like are predictions', (...names) => {
  for (const name of names)
    expect(`${name}: ${madeNumbers(name, shares)}`).toMatch(/: holds what a model predicts/);
});

test.each([
  ...['random', 'Random seed', 'noise', 'Hash bucket', 'sample_bucket', 'MD5', 'Zufallszahl'],
  ...['RND', 'random_1', 'Random numbers', 'hash_value', 'Email hash', 'salt'],
])('%s: random numbers', (name) => {
  expect(madeNumbers(name, amounts)).toBe('holds random numbers: they measure nothing');
});

test.each([
  'Payment terms (days)',
  'payment_terms',
  'Zahlungsziel',
  'Délai de paiement',
  'Plazo de pago',
  'Betaaltermijn',
])('%s: terms, where they come from a short list', (name) => {
  expect(madeNumbers(name, fewTerms)).toMatch(/^holds terms that you set/);
  expect(madeNumbers(name, amounts)).toBeUndefined();
});

test.each(['VAT rate', 'VAT %', 'Sales tax rate', 'MwSt-Satz', 'Taux de TVA', 'Tipo de IVA', 'BTW'])(
  '%s: tax rates; amounts of tax are none',
  (name) => {
    expect(madeNumbers(name, rates)).toMatch(/^holds tax rates/);
    expect(madeNumbers(name, amounts)).toBeUndefined();
  },
);

test('answers to how probable something is are no predictions; shares, and whole percents of churn, are', () => {
  const answers = upTo(40, (row) => 1 + (row % 10));
  expect(madeNumbers('Probability of buying again (1-10)', answers)).toBeUndefined();
  expect(madeNumbers('Wahrscheinlichkeit Wiederkauf', answers)).toBeUndefined();
  expect(madeNumbers('Probability of buying again', shares)).toMatch(/^holds what a model predicts/);
  expect(
    madeNumbers(
      'prob',
      upTo(40, (row) => row % 2),
    ),
  ).toMatch(/^holds what a model predicts/);
  const percents = upTo(40, (row) => (row * 37) % 100);
  expect(madeNumbers('Churn probability', percents)).toMatch(/^holds what a model predicts/);
});

test.each(['Weight', 'Peso', 'Gewicht'])('%s in kg is a weight, not one of a survey', (name) => {
  const around1 = [0.8, 1.2, 0.9, 1.1];
  expect(typedColumn(name, around1, 'kg').reason).toBeUndefined();
  expect(typedColumn(name, around1).reason).toMatch(/^holds weights of a survey/);
});

test('salt in kg is what people buy; tax rates in percent stay rates', () => {
  expect(typedColumn('Salt', [0.8, 1.2, 2.5], 'kg').reason).toBeUndefined();
  expect(typedColumn('Tax %', [7, 19, 7, 19], '%').reason).toMatch(/^holds tax rates/);
  expect(typedColumn('VAT%', [7, 19, 7, 19]).reason).toMatch(/^holds tax rates/);
});

test('weights of a survey are around 1; the weight of a person is not', () => {
  const weights = upTo(40, (row) => 0.5 + (row % 11) / 10);
  expect(madeNumbers('weight', weights)).toMatch(/^holds weights of a survey/);
  expect(madeNumbers('Gewichtung', weights)).toMatch(/^holds weights of a survey/);
  expect(
    madeNumbers(
      'weight',
      upTo(40, (row) => 55 + row),
    ),
  ).toBeUndefined();
  expect(madeNumbers('Weight of parcel', weights)).toBeUndefined();
});
// cspell:enable

test.each([
  'Likelihood to recommend (0-10)',
  'Seed purchases',
  'Random weight sales',
  'RND spend',
  'Hash browns',
  'Salt (€)',
  'Spend (Rand)',
  'Noise complaints',
  'Road salt, tons',
  'Spending Score (1-100)',
  'Credit score',
  'Engagement score',
  'Days late',
  'Discount rate',
  'Fashion spend',
  'Harvest',
])('%s says what customers are or did', (name) => {
  expect(madeNumbers(name, shares)).toBeUndefined();
});

test('such a column is left out with its reason, and is a column of numbers for whoever names it', () => {
  expect(typedColumn('Lead score', shares)).toMatchObject({
    kind: 'number',
    reason: 'holds what a model predicts, not what customers did; name the column to cluster on it',
  });
});
