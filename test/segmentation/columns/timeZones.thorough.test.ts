import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsBuild } from '../../cli/cli';
import { describeWith } from '../../support/requirement';

// cspell:ignore Straße İzmir
/** Zones on either side of the day line, with changes of the clock by half an hour and of the day itself. */
const ZONES = [
  'UTC',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/Los_Angeles',
];

const LANGUAGES = [
  'C',
  'de_DE.UTF-8',
  'tr_TR.UTF-8',
  'ar_EG.UTF-8',
  'ja_JP.UTF-8',
  'en_US.UTF-8',
  'fr_FR.UTF-8',
];

describeWith(needsBuild, 'a fit and a score', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zones-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'customers.csv');
  const days = [
    '2011-12-29',
    '2011-12-30',
    '2011-12-31',
    '2024-03-31',
    '2024-10-06',
    '2024-10-27',
    '1995-12-31',
  ];
  const rows = Array.from({ length: 42 }, (_, i) => {
    const day = days[(i * 5) % 7];
    const moment = `${day} ${String(i % 24).padStart(2, '0')}:30:00`;
    return `${(i % 3) * 400 + i},${moment},${day},${Date.parse(`${day}T23:30:00Z`) / 1000},${i % 2 ? 'Straße' : 'İzmir'}`;
  });

  const script = `
    const { readTable } = require(${JSON.stringify(join(process.cwd(), 'dist/datasets/read/readTable.js'))});
    const { Segmentation } = require(${JSON.stringify(join(process.cwd(), 'dist/segmentation/segmentation.js'))});
    readTable(process.argv[1]).then((table) => {
      const columns = ['Spend', 'Last login', 'Sign-up', 'Created at', 'City'];
      const model = new Segmentation({ k: 3, columns }).fit(table);
      const dates = table.columns[2].cells.map((cell) => new Date(cell + 'T12:00:00Z'));
      const { labels, margin } = model.predict({ ...table.table, 'Sign-up': dates }, { asOf: '2024-12-01' });
      console.log(JSON.stringify([model, Array.from(model.labels), Array.from(labels), Array.from(margin)]));
    });`;

  test('are the same whatever the time zone and the language of the machine', () => {
    writeFileSync(file, `Spend,Last login,Sign-up,Created at,City\n${rows.join('\n')}\n`);
    const answers = ZONES.map((TZ, i) =>
      execFileSync(process.execPath, ['-e', script, file], {
        env: { ...process.env, TZ, LANG: LANGUAGES[i], LC_ALL: LANGUAGES[i] },
        encoding: 'utf8',
      }),
    );
    expect(answers[0]).toContain('"asOf":"2024-10-27"');
    expect(new Set(answers).size).toBe(1);
  });
});
