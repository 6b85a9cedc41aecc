import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { customersCsv, Tab } from '../../dashboard/tab';
import { describeWith } from '../../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../../support/servedDashboard';

/** Slow clients are let go after this silence, in ms. */
const SILENCE = 1500;
/** An honest client is answered as soon, whatever others do, in ms. */
const PATIENCE = 30_000;
const HEAD = 'POST /api/uploads HTTP/1.1\r\nHost: localhost\r\n';

/** A client that never does what it began. */
type SlowClient = (socket: Socket, token: string) => void;

const drip = (socket: Socket, text: string, every: number) => {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= text.length) clearInterval(timer);
    else socket.write(text[at++]);
  }, every);
};

const SLOW: readonly (readonly [string, SlowClient])[] = [
  ['that say nothing', () => {}],
  ['whose headers drip in', (socket) => drip(socket, `${HEAD}X: ${'x'.repeat(10_000)}`, 200)],
  ['whose headers have no end', (socket) => void socket.write(HEAD)],
  [
    'whose file does not come',
    (socket, token) =>
      void socket.write(
        `${HEAD}X-Session: ${token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\n`,
      ),
  ],
];

describeWith(needsBuild, 'slow clients', () => {
  let server: ServedDashboard;
  let tab: Tab;
  let source: string;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    server = await serveDashboard({ silence: SILENCE });
    tab = await Tab.open(server);
    source = await tab.send('customers.csv', customersCsv());
    await tab.result('segment', { source, columns: ['Age', 'Spending'], k: 3 });
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  });
  afterAll(() => server.stop());

  const open = (client: SlowClient) => {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.on('data', () => {});
    sockets.add(socket);
    client(socket, tab.token);
  };

  const honest = async () => {
    const started = performance.now();
    const { body } = await tab.result('segment', { source, columns: ['Age', 'Spending'], k: 3 });
    expect(body).toMatchObject({ k: 3, rows: 90 });
    expect(performance.now() - started).toBeLessThan(PATIENCE);
  };

  test.each(SLOW)('two hundred %s hold nobody up, and are let go', async (_who, client) => {
    for (let i = 0; i < 200; i++) open(client);
    await honest();
    for (let waited = 0; sockets.size > 0 && waited < 30 * SILENCE; waited += 100) await sleep(100);
    expect(sockets.size).toBe(0);
    await honest();
    expect(server.said()).toBe('');
  });

  test('more connections than are taken are refused, and those that stay are answered', async () => {
    for (let i = 0; i < 1300; i++) open(() => {});
    await sleep(2 * SILENCE);
    await honest();
    expect(server.said()).toBe('');
  });
});

describeWith(needsBuild, 'many clients', () => {
  let server: ServedDashboard;
  beforeAll(async () => {
    server = await serveDashboard();
  });
  afterAll(() => server.stop());

  test('forty tabs at once, with files of their own, get answers of their own', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const own = await Tab.open(server);
        const id = await own.send(`${i}.csv`, customersCsv(`T${i}-`, 60 + 3 * i));
        return (await own.result('segment', { source: id, columns: ['Age', 'Spending'], k: 3 })).body.rows;
      }),
    );
    expect(answers).toEqual(answers.map((_, i) => 60 + 3 * i));
  });

  test('a thousand requests one after the other', async () => {
    const tab = await Tab.open(server);
    for (let i = 0; i < 1000; i++) expect((await tab.ask('GET', '/api/sources')).status).toBe(200);
    expect(server.said()).toBe('');
  });
});
