import { Random } from '../../src/core/random';

/** Customers of four kinds, with a category that goes with the kind, and the columns a real table also has. */
export function customers(rows: number, seed = 1) {
  const random = new Random(seed);
  const kinds = [
    { age: 25, income: 20000, spending: 300, city: 'Leeds' },
    { age: 30, income: 80000, spending: 2500, city: 'York' },
    { age: 60, income: 30000, spending: 900, city: 'Leeds' },
    { age: 65, income: 95000, spending: 4000, city: 'Bath' },
  ];
  const all = Array.from({ length: rows }, (_, i) => {
    const kind = kinds[i % 4];
    return {
      id: `C${String(i + 1).padStart(5, '0')}`,
      Age: Math.round(random.normal(kind.age, 3)),
      Income: Math.round(random.normal(kind.income, 3000)),
      Spending: Math.round(random.normal(kind.spending, 60)),
      City: random.uniform() < 0.9 ? kind.city : 'Hull',
      Country: 'UK',
      Joined: `20${10 + (i % 12)}-0${1 + (i % 9)}-15`,
    };
  });
  const column = <K extends keyof (typeof all)[0]>(name: K) => all.map((row) => row[name]);
  return {
    id: column('id'),
    Age: column('Age'),
    Income: column('Income'),
    Spending: column('Spending'),
    City: column('City'),
    Country: column('Country'),
    Joined: column('Joined'),
  };
}
