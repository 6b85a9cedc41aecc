import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { MAIN, workFolder } from '../../cli/cli';
import { customersCsv, Tab } from '../../dashboard/tab';
import { describeWith } from '../../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../../support/servedDashboard';

// cspell:ignore tmpfs

/** Whatever is written to a disk that is full ends in words, and leaves nothing that is not whole. */

const folder = workFolder();
afterAll(() => folder.remove());

/** Words that come before a command, which then finds a disk of that size instead of a folder; nobody else does. */
const withDisk = (kilobytes: number, at: string) => [
  ...['unshare', '--map-root-user', '--mount', 'sh', '-c'],
  `mount -t tmpfs -o size=${kilobytes}k tmpfs "${at}" && exec "$@"`,
  'sh',
];

const canMount = spawnSync('unshare', [...withDisk(64, folder.path).slice(1), 'true']).status === 0;

/** Some systems let nobody mount a disk, and nothing can be installed about that. */
const describeOnDisk: typeof describeWith = canMount
  ? describeWith
  : (_requirement, name, body) =>
      describe.skip(`${name} — SKIPPED: nobody may mount a small disk here`, body);

describeOnDisk(needsBuild, 'a disk that is full', () => {
  beforeAll(() => {
    folder.put('x.csv', customersCsv());
    folder.put('large.csv', customersCsv('C', 5000));
    folder.put('orders.csv', orders());
    mkdirSync(folder.at('disk'));
    expect(run(['fit', 'x.csv', '--k', '3', '--out', 'ready'], [], '').status).toBe(0);
  });

  /** What a command says, and what it left on the disk. */
  function run(args: readonly string[], before = withDisk(64, folder.at('disk')), input = '') {
    const list = `node "$@"; status=$?; find disk -type f >&2; exit $status`;
    const [program, ...rest] = [...before, 'sh', '-c', list, 'sh', MAIN, ...args];
    const { status, stderr } = spawnSync(program, rest, {
      cwd: folder.path,
      input,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: folder.at('disk') },
    });
    const lines = stderr.split('\n').filter(Boolean);
    return {
      status,
      said: lines.filter((line) => /^(Error|Defect)/.test(line)),
      left: lines.filter((line) => line.startsWith('disk/')),
    };
  }

  const FULL = /the disk is full; free some space, or use another disk$/;

  test.each([
    ['fit', ['fit', 'x.csv', '--k', '3', '--out', 'disk/o']],
    ['rfm', ['rfm', 'orders.csv', '--out', 'disk/o']],
    ['report', ['report', 'ready/model.json', '--out', 'disk/r.html']],
    ['predict', ['predict', 'ready/model.json', 'large.csv', '--out', 'disk/p.csv']],
    ['predict, into JSON', ['predict', 'ready/model.json', 'large.csv', '--out', 'disk/p.json']],
  ])('%s', (_what, args) => {
    const { status, said, left } = run(args);
    expect({ status, left }).toEqual({ status: 2, left: [] });
    expect(said).toEqual([expect.stringMatching(FULL)]);
  });

  test('what is piped in finds no room', () => {
    const { status, said, left } = run(
      ['fit', '-', '--k', '3', '--out', 'piped'],
      undefined,
      customersCsv('C', 9000),
    );
    expect({ status, left }).toEqual({ status: 2, left: [] });
    expect(said).toEqual([expect.stringMatching(FULL)]);
  });

  describe('behind the dashboard', () => {
    let server: ServedDashboard;
    beforeAll(async () => {
      server = await serveDashboard({}, undefined, withDisk(512, '$TMPDIR'));
    });
    afterAll(() => server?.stop());

    test('a file that finds no room is refused in words, and the next one is taken', async () => {
      const tab = await Tab.open(server);
      for (let time = 0; time < 3; time++) {
        const { status, problem } = await tab.upload('large.csv', customersCsv('C', 40_000));
        expect(status).toBe(400);
        expect(problem?.message).toBe(
          'The file can’t be stored on this computer: the disk is full. Fix that, then send it again.',
        );
      }
      const source = await tab.send('small.csv', customersCsv());
      const { body } = await tab.result('segment', { source, columns: ['Age', 'Spending'], k: 3 });
      expect(body).toMatchObject({ k: 3, rows: 90 });
      expect((await tab.result('chooseK', { source, columns: ['Age', 'Spending'] })).body).toBeDefined();
      expect(server.said()).toBe('');
    });
  });
});

function orders(): string {
  const lines = Array.from(
    { length: 600 },
    (_, i) => `c${i % 90},n${i},2024-0${1 + (i % 9)}-11,${5 + (i % 40)}`,
  );
  return `customer,invoice,date,amount\n${lines.join('\n')}\n`;
}
