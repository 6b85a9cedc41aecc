// What may be said of segments, and what must not be, on tables of different trades and languages whose truth is known.
// `node bench/names.mjs` prints one line a table; it fails if a name or an action claims what is not there.
// cspell:disable: tables in seven languages
import { Random } from '../dist/core/random.js';
import { segmentStrategies } from '../dist/profile/actions/strategies.js';
import { plainlyNamed } from '../dist/profile/names/plainName.js';
import { profileSegments } from '../dist/profile/segmentProfile.js';

/**
 * Each segment: how many customers, and for each column its mean and deviation, or another way to draw it. Then what
 * each segment's name (`must`) and advice must say, and what must not be said of any (`never`) or of one (`neverOf`).
 */
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
  {
    trade: 'Weinhandlung (German), three spending columns',
    segments: [
      [
        140,
        {
          Alter: [58, 6],
          'Ausgaben Rotwein': skewed(620, 0.35),
          'Ausgaben Feinkost': skewed(90, 0.4),
          Bestellungen: whole(12, 2),
        },
      ],
      [
        160,
        {
          Alter: [56, 6],
          'Ausgaben Rotwein': skewed(60, 0.4),
          'Ausgaben Feinkost': skewed(310, 0.35),
          Bestellungen: whole(6, 2),
        },
      ],
      [
        100,
        {
          Alter: [33, 5],
          'Ausgaben Rotwein': skewed(45, 0.4),
          'Ausgaben Feinkost': skewed(35, 0.4),
          Bestellungen: whole(2, 0.8),
        },
      ],
    ],
    must: [/big spenders.*mostly on Rotwein/, /on Feinkost/, /light spenders/],
    advice: [/./, /Build on Feinkost/, /./],
    neverOf: [[], [/bought little|first order|invest only/i], []],
    never: [/rotwein|feinkost/],
  },
  {
    trade: 'club de sport (French), days as a member',
    segments: [
      [
        150,
        {
          Âge: [27, 4],
          'Visites par mois': whole(14, 3),
          'Ancienneté (jours)': whole(220, 70),
          Formule: of({ Or: 1, Argent: 2, Bronze: 7 }),
        },
      ],
      [
        130,
        {
          Âge: [52, 6],
          'Visites par mois': whole(5, 1.5),
          'Ancienneté (jours)': whole(2100, 300),
          Formule: of({ Or: 8, Argent: 1, Bronze: 1 }),
        },
      ],
      [
        120,
        {
          Âge: [36, 5],
          'Visites par mois': whole(1, 0.8),
          'Ancienneté (jours)': whole(800, 150),
          Formule: of({ Or: 1, Argent: 8, Bronze: 1 }),
        },
      ],
    ],
    must: [/younger|newer/i, /older.*long-standing/i, /few visit/i],
    advice: [/./, /./, /keeps them away/],
    neverOf: [[/keeps them away/], [/keeps them away/], [/younger|older|newer|long-standing/i]],
    never: [/shipping|basket|purchase|order/i],
  },
  {
    trade: 'farmacia (Spanish), ages two years apart',
    segments: [
      [
        200,
        {
          Edad: [46, 3],
          'Gasto medicamentos': skewed(320, 0.3),
          'Gasto cosmética': skewed(40, 0.4),
          'Tarjeta fidelidad': yes(0.9),
        },
      ],
      [
        180,
        {
          Edad: [44, 3],
          'Gasto medicamentos': skewed(60, 0.3),
          'Gasto cosmética': skewed(280, 0.3),
          'Tarjeta fidelidad': yes(0.85),
        },
      ],
      [
        120,
        {
          Edad: [44, 3],
          'Gasto medicamentos': skewed(50, 0.3),
          'Gasto cosmética': skewed(35, 0.4),
          'Tarjeta fidelidad': yes(0.1),
        },
      ],
    ],
    must: [/mostly on medicamentos/, /mostly on cosmética/, /light spenders/i],
    never: [/older|younger|edad/i],
  },
  {
    trade: 'albergo (Italian), guests',
    segments: [
      [
        110,
        {
          Notti: whole(12, 2),
          'Spesa ristorante': skewed(800, 0.3),
          "Giorni dall'ultima visita": whole(40, 12),
        },
      ],
      [
        140,
        {
          Notti: whole(3, 1),
          'Spesa ristorante': skewed(140, 0.3),
          "Giorni dall'ultima visita": whole(60, 20),
        },
      ],
      [
        90,
        {
          Notti: whole(4, 1),
          'Spesa ristorante': skewed(180, 0.3),
          "Giorni dall'ultima visita": whole(420, 60),
        },
      ],
    ],
    must: [/big spenders/i, /light spenders/i, /lapsed/i],
    advice: [/./, /./, /stay again/],
    never: [/shipping|basket|purchase|buyers|inactive/i],
  },
  {
    trade: 'banco (Portuguese), negative balances and percents',
    segments: [
      [
        130,
        {
          Saldo: signed(18000, 3500),
          'Renda mensal': [5200, 500],
          'Utilização do limite (%)': [12, 5],
          Cancelado: yes(0.02),
        },
      ],
      [
        150,
        {
          Saldo: signed(-1800, 500),
          'Renda mensal': [2100, 300],
          'Utilização do limite (%)': [88, 6],
          Cancelado: yes(0.35),
        },
      ],
      [
        120,
        {
          Saldo: signed(3500, 900),
          'Renda mensal': [3500, 400],
          'Utilização do limite (%)': [40, 8],
          Cancelado: yes(0.05),
        },
      ],
    ],
    must: [/high-income/i, /low-income/i, /middle-income/i],
    advice: [/./, /those who left/, /./],
    never: [/shipping|small packs|basket|\(%\)$/i],
  },
  {
    trade: 'telecom (Dutch), discounts that are given',
    segments: [
      [
        150,
        {
          Leeftijd: [45, 6],
          'Abonnementsduur (dagen)': whole(180, 60),
          'Dataverbruik (GB)': [42, 6],
          'Korting (%)': [25, 5],
        },
      ],
      [
        170,
        {
          Leeftijd: [46, 6],
          'Abonnementsduur (dagen)': whole(2900, 300),
          'Dataverbruik (GB)': [5, 1.5],
          'Korting (%)': [3, 1.5],
        },
      ],
    ],
    must: [/newer/i, /long-standing/i],
    never: [/deal-seeking|buyers|on sale|older|younger|checkout/i],
  },
  {
    trade: 'electronics, a few who spend most, and many returns',
    segments: [
      [40, { 'Total spend': skewed(9000, 0.7), Orders: whole(22, 6), 'Return rate (%)': [4, 1.5] }],
      [260, { 'Total spend': skewed(180, 0.8), Orders: whole(2, 1), 'Return rate (%)': [5, 2] }],
      [100, { 'Total spend': skewed(900, 0.5), Orders: whole(9, 2), 'Return rate (%)': [32, 5] }],
    ],
    must: [/big spenders/i, /light spenders/i, /high return rate/i],
    advice: [/./, /./, /Settle what goes wrong.*return rate/],
    neverOf: [[], [], [/big spenders/i]],
    never: [],
  },
  {
    trade: 'one column, three levels',
    segments: [
      [200, { 'Spend last year': [120, 20] }],
      [120, { 'Spend last year': [480, 40] }],
      [60, { 'Spend last year': [1200, 90] }],
    ],
    must: [/^light spenders$/i, /^above-average spenders$/i, /^big spenders$/i],
    never: [/spending (more|less)/i],
  },
  {
    trade: 'insurance, a group near the average',
    segments: [
      [120, { Age: [67, 5], 'Annual premium': [1450, 120], 'Years with us': whole(21, 4) }],
      [120, { Age: [29, 4], 'Annual premium': [480, 60], 'Years with us': whole(3, 1) }],
      [120, { Age: [47, 5], 'Annual premium': [930, 90], 'Years with us': whole(12, 3) }],
    ],
    must: [/older.*long-standing/i, /younger.*newer/i, /average/i],
    never: [/shipping|basket|premium tier/i],
  },
  {
    trade: 'charity, gifts are no purchases',
    segments: [
      [160, { Gifts: whole(14, 3), 'Average gift': [18, 4], 'Days since last gift': whole(25, 10) }],
      [120, { Gifts: whole(2, 0.8), 'Average gift': [240, 40], 'Days since last gift': whole(200, 60) }],
      [140, { Gifts: whole(2, 0.8), 'Average gift': [22, 5], 'Days since last gift': whole(900, 120) }],
    ],
    must: [/frequent donors/i, /donors with large gifts/i, /lapsed/i],
    advice: [/monthly gift/i, /thank them personally/i, /achieved/i],
    never: [/buyers|purchase|orders|discount|prices/i],
  },
  {
    trade: 'pets, yes/no columns and two spending columns',
    segments: [
      [
        130,
        {
          'Has dog': yes(0.97),
          'Has cat': yes(0.1),
          'Food spend': [620, 70],
          'Toy spend': [90, 20],
          'Vet visits': whole(4, 1),
        },
      ],
      [
        130,
        {
          'Has dog': yes(0.05),
          'Has cat': yes(0.97),
          'Food spend': [380, 50],
          'Toy spend': [60, 15],
          'Vet visits': whole(2, 0.8),
        },
      ],
      [
        100,
        {
          'Has dog': yes(0.03),
          'Has cat': yes(0.05),
          'Food spend': [60, 20],
          'Toy spend': [15, 6],
          'Vet visits': whole(0.3, 0.5),
        },
      ],
    ],
    must: [/big spenders, many vet visits/i, /have cat/i, /light spenders/i],
    never: [/\bhas (dog|cat),|Lead with toy|low toy|high vet/i],
  },
  {
    trade: 'Ersatzteile (German), a middle group with a favorite',
    segments: [
      [
        120,
        {
          'Umsatz Bremsen': [4200, 500],
          'Umsatz Reifen': [900, 200],
          'Rabattsatz (%)': [18, 3],
          'Kunde seit (Tage)': whole(3000, 300),
        },
      ],
      [
        120,
        {
          'Umsatz Bremsen': [700, 150],
          'Umsatz Reifen': [5200, 600],
          'Rabattsatz (%)': [12, 3],
          'Kunde seit (Tage)': whole(1200, 200),
        },
      ],
      [
        160,
        {
          'Umsatz Bremsen': [300, 100],
          'Umsatz Reifen': [400, 120],
          'Rabattsatz (%)': [2, 1],
          'Kunde seit (Tage)': whole(400, 120),
        },
      ],
    ],
    must: [/mostly on Bremsen/, /mostly on Reifen/, /newer light spenders/i],
    neverOf: [[], [/long-standing|newer/i], []],
    never: [/rabattsatz|bremsen|reifen/],
  },
  {
    trade: 'software, net promoter score',
    segments: [
      [60, { Seats: whole(240, 60), NPS: signed(35, 10), 'Months as customer': whole(40, 6) }],
      [200, { Seats: whole(8, 3), NPS: signed(45, 12), 'Months as customer': whole(10, 4) }],
      [120, { Seats: whole(30, 8), NPS: signed(-40, 12), 'Months as customer': whole(18, 5) }],
    ],
    must: [/long-standing/i, /newer|seats/i, /less satisfied/i],
    advice: [/./, /./, /unhappy/],
    neverOf: [[], [], [/referrals|long-standing/i]],
    never: [],
  },
  {
    trade: 'supermarché (French), parents between young and old',
    segments: [
      [150, { 'Panier moyen (€)': [95, 10], 'Nombre d’enfants': whole(2, 0.6), Âge: [41, 4] }],
      [150, { 'Panier moyen (€)': [28, 5], 'Nombre d’enfants': whole(0, 0.2), Âge: [69, 5] }],
      [120, { 'Panier moyen (€)': [40, 6], 'Nombre d’enfants': whole(0, 0.3), Âge: [27, 4] }],
    ],
    must: [/families with large orders/i, /older/i, /younger/i],
    neverOf: [[/younger|mobile and social/i], [], []],
    never: [],
  },
  {
    trade: 'lender, overdue',
    segments: [
      [
        140,
        {
          Age: [44, 5],
          'Account balance': signed(-2400, 400),
          'Months overdue': whole(7, 1.5),
          'Loan amount': [9000, 900],
        },
      ],
      [
        160,
        {
          Age: [45, 5],
          'Account balance': signed(1500, 500),
          'Months overdue': whole(0, 0.4),
          'Loan amount': [4000, 600],
        },
      ],
    ],
    must: [/negative account balance/i, /account balance/i],
    advice: [/Settle what goes wrong/, /./],
    never: [/spenders|older|younger/i],
  },
  {
    trade: 'a car is older than its owner',
    segments: [
      [140, { 'Car age': [11, 2], 'Days since last service': whole(400, 60) }],
      [140, { 'Car age': [2, 0.8], 'Days since last service': whole(100, 30) }],
    ],
    must: [/car age|lapsed/i, /car age|recent/i],
    never: [/older|younger|purchase|buyers/i],
  },
  {
    trade: 'last year and last month are no goods',
    segments: [
      [150, { 'Spend last year': [1200, 100], 'Spend last month': [20, 8] }],
      [150, { 'Spend last year': [300, 50], 'Spend last month': [60, 15] }],
    ],
    must: [/big spenders/i, /light spenders/i],
    never: [/on last|lead with/i],
  },
  {
    trade: 'no structure (French), nothing differs',
    natural: false,
    segments: [
      [150, { Âge: [44, 9], 'Dépenses annuelles': skewed(500, 0.6), Commandes: whole(6, 2) }],
      [150, { Âge: [46, 9], 'Dépenses annuelles': skewed(520, 0.6), Commandes: whole(6, 2) }],
    ],
    must: [/^Group A: near the average$/, /^Group B: near the average$/],
    never: [/older|younger|spenders|loyal/i],
  },
];

/** Ways to draw other than a mean and a deviation of positive numbers. */
function skewed(median, sigma) {
  return { draw: (random) => median * Math.exp(random.normal(0, sigma)) };
}
function whole(mean, deviation) {
  return { draw: (random) => Math.max(0, Math.round(random.normal(mean, deviation))) };
}
function signed(mean, deviation) {
  return { draw: (random) => random.normal(mean, deviation) };
}
function yes(share) {
  return { draw: (random) => Number(random.uniform() < share) };
}
function of(weights) {
  const levels = Object.entries(weights);
  const all = levels.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    draw: (random) => {
      let left = random.uniform() * all;
      const found = levels.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? levels[0])[0];
    },
  };
}

/** The table of a row of `TABLES`, and its labels. */
function drawn({ segments, binary = [] }) {
  const random = new Random(7);
  const table = {};
  const labels = [];
  segments.forEach(([count, columns], segment) => {
    for (let i = 0; i < count; i++) labels.push(segment);
    for (const [name, kind] of Object.entries(columns)) {
      table[name] ??= [];
      for (let i = 0; i < count; i++) table[name].push(cell(random, kind, binary.includes(name)));
    }
  });
  return { table, labels };
}

function cell(random, kind, isBinary) {
  if (!Array.isArray(kind)) return kind.draw(random);
  const [mean, deviation] = kind;
  const value = Math.max(0, random.normal(mean, deviation));
  return isBinary ? Number(random.uniform() < mean) : value;
}

function faultsOf(profiles, { must, never, advice = [], neverOf = [] }) {
  const faults = [];
  profiles.forEach((profile, i) => {
    const said = [profile.action, ...Object.values(segmentStrategies(profile))]
      .map(({ action }) => action)
      .join(' ');
    if (!must[i].test(profile.name)) faults.push(`'${profile.name}' does not say ${must[i]}`);
    if (advice[i] && !advice[i].test(said))
      faults.push(`the advice to '${profile.name}' does not say ${advice[i]}`);
    for (const claim of [...never, ...(neverOf[i] ?? [])]) {
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
