import { futureDates } from '../../../../src/features/rfm/reading/futureDates';
import { logs } from '../log';

const { database } = logs();

/** What is said at noon of the last of February 2024, UTC. */
async function told(...dates: string[]): Promise<string[]> {
  const rows = dates.map((date) => `(TIMESTAMP '${date}')`);
  await database().run(
    `CREATE OR REPLACE TABLE dated AS SELECT * FROM (VALUES ${rows.join(', ')}) AS t(date)`,
  );
  return futureDates(database(), 'dated', new Date('2024-02-29T12:00:00Z'));
}

test('purchases up to tomorrow need no word', async () => {
  expect(await told('2011-12-09 12:50:00', '2024-02-29 23:59:59', '2024-03-01 23:59:59')).toEqual([]);
});

test('later ones are counted, and the last is said', async () => {
  expect(await told('2024-02-01', '2024-03-02')).toEqual([
    expect.stringMatching(/^1 row is dated in the future, up to 2024-03-02: as recency is counted from/),
  ]);
  expect(await told('2031-05-06 08:00:00', '2024-03-02', '2024-03-01')).toEqual([
    expect.stringMatching(/^2 rows are dated in the future, up to 2031-05-06: /),
  ]);
});

test('rows without a date are of no time', async () => {
  await database().run('CREATE OR REPLACE TABLE dated AS SELECT CAST(NULL AS TIMESTAMP) AS date');
  expect(await futureDates(database(), 'dated')).toEqual([]);
});
