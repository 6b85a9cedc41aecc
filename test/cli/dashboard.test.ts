import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { json, Tab } from '../dashboard/tab';
import { describeWith } from '../support/requirement';
import { cli, customersCsv, MAIN, needsBuild, workFolder } from './cli';

describeWith(needsBuild, 'dashboard', () => {
  const work = workFolder();
  const temporary = work.at('temporary');
  const started: ChildProcess[] = [];

  beforeAll(() => {
    mkdirSync(temporary);
    work.put('customers.csv', customersCsv());
    work.put('damaged.json', '{"type":"Segmentation","version":1,"k":');
    work.put('newer.json', '{"type":"Segmentation","version":99}');
  });
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
    work.remove();
  });

  /** Starts it and waits until it says where the page is. */
  async function start(...args: string[]) {
    const env = { ...process.env, CUSTOMER_DATA_DIR: undefined, TMPDIR: temporary };
    const child = spawn(process.execPath, [MAIN, 'dashboard', ...args], { cwd: work.path, env });
    started.push(child);
    let said = '';
    const url = await new Promise<string>((done, fail) => {
      child.stderr.setEncoding('utf8').on('data', (text) => {
        said += text;
        const found = /http:\/\/\S+/.exec(said);
        if (found) done(found[0]);
      });
      child.once('exit', () => fail(new Error(said)));
    });
    return { child, url, said: () => said };
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'serves a file, and on %s ends clean: code 0, no process and no file left',
    async (signal) => {
      const { child, url, said } = await start('customers.csv', '--port', '0');
      const tab = await Tab.open({ url });
      expect((await tab.result('describe', { source: 'start' })).body).toMatchObject({ rows: 90 });
      await tab.send('a.csv', customersCsv());
      const busy = tab.run('compare', { source: 'loyalty-members' }).catch(() => 'cut off');
      expect(readdirSync(temporary).length).toBeGreaterThan(0);
      child.kill(signal);
      const [code] = await once(child, 'exit');
      await busy;
      expect({ code, left: readdirSync(temporary) }).toEqual({ code: 0, left: [] });
      expect(said()).toMatch(
        /The dashboard is at http:\/\/127\.0\.0\.1:\d+ \(Ctrl-C stops it\)\n\nStopping\.\n$/,
      );
    },
  );

  test('a signal before anything was asked ends it too', async () => {
    const { child } = await start('--port', '0');
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  test('serves a model that fit wrote', async () => {
    expect((await cli(['fit', 'customers.csv', '--k', '3'], { cwd: work.path })).code).toBe(0);
    const { child, url } = await start('out/model.json', '--port', '0');
    const tab = await Tab.open({ url });
    const sources = await tab.ask('GET', '/api/sources');
    expect(JSON.parse(sources.text)[0]).toEqual({ id: 'start', title: 'model.json' });
    expect((await tab.result('describe', { source: 'start' })).body).toMatchObject({
      kind: 'model',
      rows: 90,
    });
    const { problem } = await tab.run('customers', { source: 'start', offset: 0 });
    expect(problem?.message).toMatch(/holds no customers/);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test('listens where it is told, and answers to that name', async () => {
    const { child, url } = await start('--port', '0', '--host', 'localhost', '--json');
    expect((await fetch(url)).status).toBe(200);
    const elsewhere = await fetch(`${url}/api/sessions`, { ...json({}), method: 'POST' });
    expect(elsewhere.status).toBe(200);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test('a port that is taken is a mistake that is named', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, stderr } = await cli(['dashboard', '--port', String(port)]);
    other.close();
    expect(code).toBe(2);
    expect(stderr).toBe(
      `Error: the dashboard cannot listen on 127.0.0.1: port ${port} is taken; name another with --port\n`,
    );
  });

  test.each([
    [['nothing.csv'], /cannot read nothing\.csv: there is no such file/],
    [['.'], /cannot read \.: it is a folder/],
    [['damaged.json'], /damaged\.json/],
    [['newer.json'], /newer\.json.*newer/],
    [['--port', '70000'], /port.*70000/],
    [['--port', 'x'], /port/],
    [
      ['--host', '192.0.2.1', '--port', '0'],
      /cannot listen on 192\.0\.2\.1: it is no address of this machine/,
    ],
    [['--hots', 'x'], /hots/],
  ])('%j is a mistake that is named', async (args, words) => {
    const { code, stderr } = await cli(['dashboard', ...args], {
      cwd: work.path,
      env: { TMPDIR: temporary },
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(words) });
    expect(readdirSync(join(temporary))).toEqual([]);
  });
});
