import { TASKS } from '../../../src/dashboard/engine/tasks';
import { READING_SCHEMA } from '../../../src/dashboard/reading';
import { customersCsv, Tab } from '../../dashboard/tab';
import { describeWith } from '../../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../../support/servedDashboard';
import { hostilePurchases } from '../payloads/tables';
import { pick } from '../pick';
import { randomStream } from '../random';
import { type Declared, guessOf } from './guesses';

/** Requests of a run; another seed makes others. */
const REQUESTS = Number(process.env.TASK_REQUESTS ?? 1000);
const SEED = Number(process.env.TASK_SEED ?? 1);
/** So often a file is said to be read in another way. */
const READINGS = 0.1;
/** The tables are small: nothing takes as long, in ms, on a busy machine. */
const PATIENCE = 60_000;

/** Columns of the files that are sent, words that settings know, and what means something elsewhere. */
const TEXTS = [
  ...['Customer', 'Age', 'Spending', 'City', 'Since', '__proto__', 'customer', 'date', 'amount', 'invoice'],
  ...['20', '41.5', 'Rome', '2024-05-31', '31.12.2023', 'NaN', 'Infinity', 'Age=20', 'none', 'PC1', 'PC9'],
  ...[',', ';', 'utf-8', 'dd.MM.yyyy', 'EUR', 'Sheet1', '', '\0', '<script>', '=1+1', '\u202e'],
];

describeWith(needsBuild, `whatever is asked of the dashboard (seed ${SEED})`, () => {
  let server: ServedDashboard;
  beforeAll(async () => {
    server = await serveDashboard();
  });
  afterAll(() => server.stop());

  test(
    `${REQUESTS} requests end in an answer or in words`,
    async () => {
      const random = randomStream(SEED);
      const tab = await Tab.open(server);
      const files = await sentBy(tab);
      const sources = [...files, 'mall-customers', '__proto__'];
      const failures: string[] = [];
      const counts = { answered: 0, refused: 0 };
      for (let i = 0; i < REQUESTS; i++) {
        const request = random() < READINGS ? reading(files, random) : wish(sources, random);
        const started = performance.now();
        const { status, result, problem } = await ask(tab, request);
        counts[result === undefined ? 'refused' : 'answered']++;
        if (status < 500 && problem?.kind !== 'defect' && performance.now() - started < PATIENCE) continue;
        const said = `${status} ${problem?.message ?? ''} after ${Math.round(performance.now() - started)} ms`;
        failures.push(`${i}: ${JSON.stringify(request).slice(0, 1000)}: ${said}`);
      }
      console.log(JSON.stringify(counts));
      expect(failures).toEqual([]);
      expect(server.said()).toBe('');
    },
    60 * PATIENCE,
  );
});

interface Request {
  /** The task; none for a reading. */
  task?: string;
  file?: string;
  body: unknown;
}

function wish(sources: readonly string[], random: () => number): Request {
  const task = pick(Object.keys(TASKS), random);
  const schema = TASKS[task as keyof typeof TASKS].request as Declared;
  const body = guessOf(schema, TEXTS, random);
  const table = {
    source: pick(sources, random),
    ...(task === 'score' && { customers: pick(sources, random) }),
  };
  return { task, body: isObject(body) && random() < 0.97 ? { ...body, ...table } : body };
}

function reading(files: readonly string[], random: () => number): Request {
  return { file: pick(files, random), body: guessOf(READING_SCHEMA as Declared, TEXTS, random) };
}

function ask(tab: Tab, { task, file, body }: Request) {
  return task === undefined ? tab.correct(file!, body) : tab.run(task, body);
}

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

/** Files of each kind: customers, names and categories that are hostile, purchases, a model, and what is no table. */
async function sentBy(tab: Tab): Promise<string[]> {
  const customers = await tab.send('customers.csv', customersCsv('C', 60));
  const { body } = await tab.result('download', {
    source: customers,
    columns: ['Age', 'Spending'],
    k: 3,
    what: 'model',
  });
  return [
    customers,
    await tab.send('odd.jsonl', oddCustomers()),
    await tab.send('purchases.jsonl', hostilePurchases()),
    await tab.send('model.json', body.text),
    await tab.send('one.csv', 'a,b\n1,2\n'),
    await tab.send('noise.csv', '\x01\x02\x03,\n"'),
  ];
}

function oddCustomers(): string {
  const cities = ['Rome', '<b>', '=1+1', '\0', null];
  return Array.from({ length: 60 }, (_, i) => {
    const known = {
      Age: 20 + ((i * 7) % 40),
      Spending: i % 9 === 0 ? null : 1e15 * (i % 5),
      City: cities[i % 5],
    };
    const since = `20${10 + (i % 9)}-0${1 + (i % 9)}-11`;
    return `${JSON.stringify({ ...known, Since: since }).slice(0, -1)},"__proto__":${i % 3}}\n`;
  }).join('');
}
