import { describeNumbers, numbersIn, recognizeNumbers } from '../../../src/table/recognize/numbers';

test.each([
  [['12 nights', '1 night', '3 Nights'], [12, 1, 3], 'nights'],
  [['1 Nacht', '4 Nächte'], [1, 4], 'nights'],
  [['3 km', '3.5km'], [3, 3.5], 'km'],
  [['45 min', '1.250 min', '3,5 Minuten'], [45, 1250, 3.5], 'minutes'],
  [['2 kg'], [2], 'kg'],
  [['45 m2', '120.5 m²'], [45, 120.5], 'm²'],
  [['€ 12 / month', '€ 8.50/month'], [12, 8.5], '€/month'],
  [['12 € pro Monat', '8,5 €/Monat'], [12, 8.5], '€/month'],
  [['12 EUR per month', '8 EUR/mo'], [12, 8], 'EUR/month'],
  [['$5/yr', '-$6 per year'], [5, -6], '$/year'],
  [['5 GB/month', '2 GB per month'], [5, 2], 'GB/month'],
  [['3 per week', '1/week'], [3, 1], 'per week'],
  [['45k', '52 K'], [45, 52], 'k'],
  [['€45k', '€ 1.5k'], [45, 1.5], 'k€'],
  [['0.30 €/kWh', '0.25 €/kWh'], [0.3, 0.25], '€/kWh'],
  [['12 pets', '1 pet', '2 Pets'], [12, 1, 2], 'pets'],
  [['$950', '$1.2k', '$0', '$3M', '$2.5m'], [950, 1200, 0, 3e6, 2.5e6], '$'],
  [['1.2k', '950', '12', '4k', '7'], [1200, 950, 12, 4000, 7], ''],
  [['1,5 k€', '900 €', '0 €', '2,25 k€', '12 €'], [1500, 900, 0, 2250, 12], '€'],
  [['800 MB', '1.5 GB', '0', '20 GB', '1 TB'], [0.8, 1.5, 0, 20, 1000], 'GB'],
  [['512 kB', '1 MB', '2 MB', '3 MB', '4 MB'], [0.512, 1, 2, 3, 4], 'MB'],
])('%j are the numbers %j in %s', (texts, numbers, unit) => {
  const found = recognizeNumbers(texts, { measures: true })!;
  expect([numbersIn(found, found.styles[0]), found.styles[0].unit]).toEqual([numbers, unit]);
  expect(describeNumbers(found, found.styles[0])).toContain(unit);
});

test.each([
  ...[
    ['5 km', '800 m'],
    ['5 km', '800 m', '6 km', '900 m', '7 km'],
    ['36', '38M', '40', '42M', '44'],
    ['500 MB', '2 GB'],
    ['$5', '€1k', '$7', '$8', '$9'],
    ['3 nights', '2 weeks'],
    ['12 nights', '3'],
    ['€5/month', '€60/year'],
    ['€5', '€60/year'],
  ],
  ...[
    ['9 am', '8 am', '7 am'],
    ['14 Uhr', '15 Uhr', '16 Uhr'],
    ['1st', '2nd'],
    ['5A', '6A', '7A'],
    ['7 B', '8 B', '9 B'],
  ],
  ...[
    ['5+ years', '2 years'],
    ['500 Mo', '12 mo'],
    ['12 Main St', '13 Main St', '14 Main St'],
    ['10-20 km'],
    ['> 5 km'],
  ],
  ...[['12 pets'], ['5 km 200 m'], ['1 h 30 min'], ['€5 kg'], ['5 / 7'], ['5/q'], ['1/2']],
])('%j have no unit in common', (...texts) => {
  expect(recognizeNumbers(texts, { measures: true })).toBeUndefined();
});
