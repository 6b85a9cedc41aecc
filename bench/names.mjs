// What may be said of segments, and what must not be, on tables of different trades and languages whose truth is known.
// `node bench/names.mjs` prints one line a table; it fails if a name or an action claims what is not there.
// cspell:disable: tables in seven languages
import { Random } from '../dist/core/random.js';
import { segmentStrategies } from '../dist/profile/actions/strategies.js';
import { plainlyNamed } from '../dist/profile/names/plainName.js';
import { profileSegments } from '../dist/profile/segmentProfile.js';

/** Each segment: how many customers, and for each column mean and deviation, or words to draw from. */
const TABLES = [
  {
    trade: 'mall, middle group',
    segments: [
      [80, { Age: [42, 6], 'Annual Income (k$)': [55, 6], 'Spending Score': [50, 5] }],
      [60, { Age: [38, 6], 'Annual Income (k$)': [88, 6], 'Spending Score': [82, 5] }],
      [60, { Age: [38, 6], 'Annual Income (k$)': [29, 6], 'Spending Score': [18, 5] }],
    ],
    must: [/middle-income|average/i, /affluent|high/i, /budget|low/i],
    never: [/older|younger/i],
  },
  {
    trade: 'age 35 beside 33',
    segments: [
      [150, { Age: [35, 1], Visits: [9, 1] }],
      [150, { Age: [33, 1], Visits: [3, 1] }],
    ],
    must: [/visits/i, /visits/i],
    never: [/older|younger/i],
  },
  {
    trade: 'income 60,722 beside 57,478',
    segments: [
      [150, { Income: [60722, 1500], Age: [60, 4] }],
      [150, { Income: [57478, 1500], Age: [30, 4] }],
    ],
    must: [/older/i, /younger/i],
    never: [/high-income|low-income|higher-income|lower-income|premium|lead with price/i],
  },
  {
    trade: '39 months beside 38',
    segments: [
      [150, { tenure_months: [39, 0.4], Spending: [900, 90] }],
      [150, { tenure_months: [38, 0.4], Spending: [200, 40] }],
    ],
    must: [/big spenders/i, /light spenders/i],
    never: [/long-standing|newer|anniversary/i],
  },
  {
    trade: 'wine shop, two spending columns',
    segments: [
      [120, { bread_spend: [40, 8], wine_spend: [900, 90], Frequency: [20, 2] }],
      [120, { bread_spend: [80, 8], wine_spend: [90, 30], Frequency: [8, 2] }],
    ],
    must: [/frequent.*big spenders|big spenders/i, /light|below-average/i],
    never: [/frequent light/i],
  },
  {
    trade: 'gym, pays and never comes',
    segments: [
      [120, { 'Monthly fee': [45, 3], 'Gym visits': [1, 0.4] }],
      [120, { 'Monthly fee': [45, 3], 'Gym visits': [12, 2] }],
    ],
    must: [/gym visits/i, /gym visits/i],
    advice: [/keeps them away/i, /./],
    never: [/website|on site/i],
  },
  {
    trade: 'museum, visits in person',
    segments: [
      [120, { 'Museum visits': [9, 1], Age: [60, 5] }],
      [120, { 'Museum visits': [2, 0.5], Age: [60, 5] }],
    ],
    must: [/visits/i, /visits/i],
    never: [/website/i],
  },
  {
    trade: 'web shop, visits to the site',
    segments: [
      [120, { 'Web visits': [9, 1], Age: [60, 5] }],
      [120, { 'Web visits': [2, 0.5], Age: [60, 5] }],
    ],
    must: [/visits/i, /visits/i],
    advice: [/website/i, /./],
    never: [],
  },
  {
    trade: 'software, last login',
    segments: [
      [120, { 'Days since last login': [2, 0.5], Seats: [10, 3] }],
      [120, { 'Days since last login': [60, 9], Seats: [10, 3] }],
    ],
    must: [/active/i, /inactive|less active/i],
    never: [/buyers|purchase/i],
  },
  {
    trade: 'telecom, churn',
    segments: [
      [150, { churned: [0.9, 0.05], 'Data GB': [4, 1] }],
      [150, { churned: [0.05, 0.05], 'Data GB': [20, 3] }],
    ],
    binary: ['churned'],
    must: [/./, /./],
    advice: [/why they left/i, /./],
    never: [],
  },
  {
    trade: 'a segment of 91%',
    segments: [
      [910, { Spending: [172, 30] }],
      [90, { Spending: [2200, 300] }],
    ],
    must: [/./, /big spenders|above-average/i],
    never: [/invest only|stop spending/i],
  },
  {
    trade: 'near the average',
    segments: [
      [150, { Income: [50000, 9000], Age: [45, 8] }],
      [150, { Income: [51000, 9000], Age: [45, 8] }],
    ],
    must: [/average|middle/i, /average|middle/i],
    never: [/older|younger|high-income|low-income/i],
  },
  {
    trade: 'no structure',
    natural: false,
    segments: [
      [150, { Income: [80000, 5000], Age: [45, 8] }],
      [150, { Income: [40000, 5000], Age: [45, 8] }],
    ],
    must: [/^Group A: income above average$/, /^Group B: income below average$/],
    advice: [/^Try on a sample first/, /^Try on a sample first/],
    never: [/affluent|budget/i],
  },
  {
    trade: 'bank (German)',
    segments: [
      [120, { Alter: [62, 4], Jahreseinkommen: [30000, 3000] }],
      [120, { Alter: [31, 4], Jahreseinkommen: [70000, 5000] }],
    ],
    must: [/older, low/i, /younger, high/i],
    never: [/\balter\b/],
  },
  {
    trade: 'boutique (French)',
    segments: [
      [120, { Âge: [62, 4], Dépenses: [900, 80] }],
      [120, { Âge: [31, 4], Dépenses: [150, 40] }],
    ],
    must: [/older.*big spenders/i, /younger.*light spenders/i],
    never: [],
  },
  {
    trade: 'tienda (Spanish)',
    segments: [
      [120, { Edad: [62, 4], Ingresos: [60000, 4000], 'Días desde última compra': [10, 3] }],
      [120, { Edad: [31, 4], Ingresos: [20000, 3000], 'Días desde última compra': [200, 20] }],
    ],
    must: [/older, high/i, /younger, low/i],
    never: [],
  },
  {
    trade: 'negozio (Italian)',
    segments: [
      [120, { Età: [62, 4], Spesa: [900, 80] }],
      [120, { Età: [31, 4], Spesa: [150, 40] }],
    ],
    must: [/older.*big spenders/i, /younger.*light spenders/i],
    never: [],
  },
  {
    trade: 'loja (Portuguese)',
    segments: [
      [120, { Idade: [62, 4], Renda: [60000, 4000] }],
      [120, { Idade: [31, 4], Renda: [20000, 3000] }],
    ],
    must: [/older, high/i, /younger, low/i],
    never: [],
  },
  {
    trade: 'winkel (Dutch)',
    segments: [
      [120, { Leeftijd: [62, 4], Omzet: [900, 80] }],
      [120, { Leeftijd: [31, 4], Omzet: [150, 40] }],
    ],
    must: [/older.*big spenders/i, /younger.*light spenders/i],
    never: [],
  },
  {
    trade: 'mail order, orders and value',
    segments: [
      [120, { orders: [20, 2], 'average order value': [150, 12] }],
      [120, { orders: [4, 1], 'average order value': [40, 6] }],
    ],
    must: [/high-value/i, /./],
    never: [],
  },
  {
    trade: 'hotel, nights without a known meaning',
    segments: [
      [120, { nights: [14, 2], 'room grade': [3, 0.6] }],
      [120, { nights: [2, 0.5], 'room grade': [3, 0.6] }],
    ],
    must: [/high nights/i, /low nights/i],
    never: [/room grade/i],
  },
  {
    trade: 'coupons',
    segments: [
      [120, { coupons: [9, 1], Spending: [200, 40] }],
      [120, { coupons: [1, 0.4], Spending: [900, 90] }],
    ],
    must: [/deal-seeking/i, /big spenders/i],
    advice: [/./, /rather than discounts|loyalty/i],
    never: [],
  },
  {
    trade: 'spenders on a small income, of every age',
    segments: [
      [120, { Income: [20000, 2000], Spending: [900, 80], Age: [45, 12] }],
      [120, { Income: [60000, 5000], Spending: [200, 50], Age: [45, 12] }],
    ],
    must: [/low-income big spenders/i, /careful high earners/i],
    never: [/young/i],
  },
  {
    trade: 'one total beside its parts',
    segments: [
      [120, { total_spend: [960, 60], wine_spend: [100, 20], bread_spend: [860, 60] }],
      [120, { total_spend: [400, 40], wine_spend: [300, 20], bread_spend: [100, 20] }],
    ],
    must: [/big spenders|above/i, /light spenders|below/i],
    never: [],
  },
  {
    trade: 'complaints',
    segments: [
      [120, { complaints: [4, 0.6], Spending: [500, 60] }],
      [120, { complaints: [0.2, 0.3], Spending: [500, 60] }],
    ],
    must: [/complaints/i, /complaints/i],
    advice: [/complaints/i, /./],
    never: [/spenders/i],
  },
  {
    trade: 'new customers',
    segments: [
      [120, { 'Tage seit letztem Kauf': [10, 3], Bestellungen: [1.5, 0.4] }],
      [120, { 'Tage seit letztem Kauf': [15, 4], Bestellungen: [14, 2] }],
    ],
    must: [/occasional|less frequent|recent/i, /frequent/i],
    never: [/lapsed/i],
  },
];

/** The table of a row of `TABLES`, and its labels. */
function drawn({ segments, binary = [] }) {
  const random = new Random(7);
  const table = {};
  const labels = [];
  segments.forEach(([count, columns], segment) => {
    for (let i = 0; i < count; i++) labels.push(segment);
    for (const [name, [mean, deviation]] of Object.entries(columns)) {
      table[name] ??= [];
      for (let i = 0; i < count; i++) {
        const value = Math.max(0, random.normal(mean, deviation));
        table[name].push(binary.includes(name) ? Number(random.uniform() < mean) : value);
      }
    }
  });
  return { table, labels };
}

function faultsOf(profiles, { must, never, advice = [] }) {
  const faults = [];
  profiles.forEach((profile, i) => {
    const said = [profile.action, ...Object.values(segmentStrategies(profile))]
      .map(({ action }) => action)
      .join(' ');
    if (!must[i].test(profile.name)) faults.push(`'${profile.name}' does not say ${must[i]}`);
    if (advice[i] && !advice[i].test(said))
      faults.push(`the advice to '${profile.name}' does not say ${advice[i]}`);
    for (const claim of never) {
      const text = [profile.name, said].find((words) => claim.test(words));
      if (text) faults.push(`'${text}' claims ${claim}`);
    }
  });
  return faults;
}

let wrong = 0;
for (const row of TABLES) {
  const { table, labels } = drawn(row);
  const found = profileSegments(table, labels);
  const profiles = row.natural === false ? plainlyNamed(found, {}) : found;
  const faults = faultsOf(profiles, row);
  wrong += faults.length > 0 ? 1 : 0;
  console.log(
    `${faults.length === 0 ? '✓' : '✗'} ${row.trade}: ${profiles.map(({ name }) => name).join(' | ')}`,
  );
  for (const fault of faults) console.log(`    ${fault}`);
}
console.log(`${TABLES.length - wrong} of ${TABLES.length} tables are described right`);
process.exitCode = wrong === 0 ? 0 : 1;
