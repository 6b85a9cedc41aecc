import { Random } from '../../src/core/random';

const FIRST =
  'Wilhelmina Xaver Yolanda Zacharias Qasim Ottokar Ludmilla Ignatius Hedwig Gwendolyn Faustina Evander Desdemona Cassius Brunhilde'.split(
    ' ',
  );
const LAST =
  'Quistorp Xanthaki Yevtushen Zwingli Oberhauser Nkemelu Mbeki-Lund Lagerkvist Kowalczyk Jurgensen Iwanicki Hrabanus Grzimek Featherst Eidsvold Dzerzhin Czartory Bjornsson Achterberg'.split(
    ' ',
  );
const REMARKS = [
  'call back in spring',
  'prefers the blue boxes',
  'met at the fair',
  'complained twice',
  'friend of the owner',
];
const STREETS = ['Quellenweg', 'Xanten Lane', 'Yew Tree Close', 'Zeppelin Row', 'Orchard Mews'];

/** Columns of `peopleTable` of which no value may leave with a model or a report. */
export const identifyingColumns = [
  ...['Customer number', 'Email', 'First name', 'Last name', 'Contact', 'Mobile', 'Phone', 'Street'],
  ...['City', 'IBAN', 'Notes', 'Newsletter remark', 'Sales rep email', 'Loyalty card', 'Wrote to us'],
];

/** People in three groups by age and spending, with all that a CRM knows of them. */
export function peopleTable(rows: number): Record<string, (string | number | null)[]> {
  const random = new Random(7);
  const people = Array.from({ length: rows }, (_, i) => {
    const first = FIRST[(i * 7) % FIRST.length];
    const last = LAST[(i * 5) % LAST.length];
    const group = i % 3;
    return {
      'Customer number': `KD-${70_000 + i * 13}`,
      Email: `${first}.${last}${i}@mailbox.example`.toLowerCase(),
      'First name': first,
      'Last name': last,
      Contact: `${first} ${last}`,
      Mobile: `+49 17${i % 10} ${4_000_000 + i * 7919}`,
      Phone: 4_930_200_000 + i * 104_729,
      Street: `${STREETS[i % STREETS.length]} ${(i % 6) + 100}`,
      City: `Xtown-${i % 200}`,
      IBAN: `DE${10 + (i % 89)} 5001 0517 ${54_073_249 + i}`,
      Notes: i % 2 === 0 ? REMARKS[i % REMARKS.length] : `${REMARKS[i % REMARKS.length]}, says ${first}`,
      'Newsletter remark': REMARKS[(i * 3) % REMARKS.length],
      'Sales rep email': `rep${i % 4}@seller.example`,
      'Loyalty card': 990_000_000 + i * 31,
      'Wrote to us': `${first} asked us in a long letter whether ${STREETS[i % 3]} will be closed again in winter`,
      Plan: ['Basic', 'Plus', 'Premium'][group],
      Age: 25 + group * 20 + random.integer(5),
      Spend: 100 + group * 400 + random.integer(60),
      Visits: 2 + group + random.integer(3),
    };
  });
  const names = Object.keys(people[0]) as (keyof (typeof people)[0])[];
  return Object.fromEntries(names.map((name) => [name, people.map((person) => person[name])]));
}
