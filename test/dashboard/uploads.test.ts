import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from 'xlsx';
import { openDatabase } from '../../src/datasets/sql/openDatabase';
import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { customersCsv, json, Tab, until } from './tab';

// cspell:ignore Kundenkennung Vorgangsnr Betrag

/** Files that tabs send: taken, bounded, read, kept apart and given back. */

const MEBIBYTE = 1024 * 1024;
const SILENCE = 500;

describeWith(needsBuild, 'uploads', () => {
  let server: ServedDashboard;
  let tab: Tab;
  beforeAll(async () => {
    server = await serveDashboard({
      uploadBytes: 2 * MEBIBYTE,
      uploadRows: 1000,
      uploadColumns: 20,
    });
    tab = await Tab.open(server);
  });
  afterAll(() => server.stop());

  const kept = () => filesIn(server.temporary);

  const described = (id: string) => tab.run('describe', { source: id });

  const reasonFor = async (name: string, content: string | Uint8Array) => {
    const { problem } = await described(await tab.send(name, content));
    expect(problem?.kind).toBe('input');
    return problem!.message;
  };

  describe('that are taken', () => {
    test('are read, and named as the user names them', async () => {
      const { result } = await described(await tab.send('Spring customers.csv', customersCsv()));
      expect(result?.body).toMatchObject({ title: 'Spring customers.csv', kind: 'customers', rows: 90 });
      expect(result?.body.detected[0]).toBe('90 rows from Spring customers.csv.');
    });

    test('may be gzipped, also when they hold purchases', async () => {
      const purchases = `customer,date,amount\n${Array.from({ length: 60 }, (_, i) => `c${i % 20},2024-01-${10 + (i % 9)},${i + 1}`).join('\n')}\n`;
      const { result } = await described(await tab.send('purchases.csv.gz', gzipSync(purchases)));
      expect(result?.body).toMatchObject({ kind: 'transactions', rows: 20 });
    });

    test('may hold orders under headers of their own: what a row is is asked, and one answer sums them up', async () => {
      const orders = `Kundenkennung;Vorgangsnr;Datum;Betrag\n${Array.from({ length: 60 }, (_, i) => `k${i % 20};${5000 + i};2024-01-${10 + (i % 9)};${(i * 7) % 41}`).join('\n')}\n`;
      const id = await tab.send('orders.csv', orders);
      const { problem } = await described(id);
      expect(problem).toMatchObject({ kind: 'input', mistake: { code: 'not-customers', option: 'as' } });
      expect(problem!.message).toMatch(
        /a row of this table is an order, not a customer: 60 rows name 20 customers/,
      );
      const { roles } = problem!.mistake!;
      expect(roles).toEqual({
        customer: 'Kundenkennung',
        invoice: 'Vorgangsnr',
        date: 'Datum',
        amount: 'Betrag',
      });
      expect((await tab.correct(id, { as: 'transactions', roles })).status).toBe(200);
      expect((await described(id)).result?.body).toMatchObject({ kind: 'transactions', rows: 20 });
      await tab.correct(id, { as: 'customers' });
      expect((await described(id)).result?.body).toMatchObject({ kind: 'customers', rows: 60 });
    });

    test('may hold several currencies: one is asked for, and sums are net unless gross ones are wanted', async () => {
      const orders = Array.from(
        { length: 60 },
        (_, i) =>
          `c${i % 12},${i},2024-01-${10 + (i % 9)},${i % 10 === 9 ? -5 : i + 6},${i < 50 ? 'EUR' : 'CHF'}`,
      );
      const id = await tab.send('orders.csv', `customer,order,date,amount,currency\n${orders.join('\n')}\n`);
      const { problem } = await described(id);
      expect(problem?.message).toMatch(/2 currencies.*EUR \(50 rows\) and CHF \(10 rows\)/);
      expect(problem?.mistake?.option).toBe('onlyCurrency');
      await tab.correct(id, { onlyCurrency: 'EUR' });
      const net = (await described(id)).result!.body;
      expect(net.detected.join('\n')).toMatch(/Subtracted: returns \(5 rows, −€25\.00\)/);
      expect(net.columns.find(({ name }) => name === 'monetary')).toMatchObject({ unit: '€' });
      await tab.correct(id, { onlyCurrency: 'EUR', money: 'gross' });
      expect((await described(id)).result!.body.detected.join('\n')).not.toContain('Subtracted');
    });

    test('of customers with a few of them twice are of customers', async () => {
      const twice = `customer,date,amount\n${Array.from({ length: 60 }, (_, i) => `c${i % 58},2024-01-${10 + (i % 9)},${(i * 13) % 40}`).join('\n')}\n`;
      const { result } = await described(await tab.send('customers.csv', twice));
      expect(result?.body).toMatchObject({ kind: 'customers', rows: 60 });
    });

    test('can be read with codes for missing values, which hold for what is grouped', async () => {
      const rows = Array.from(
        { length: 60 },
        (_, i) => `${i < 1 ? 666_666 : 20_000 + 900 * i},${(i * 7) % 31}`,
      );
      const id = await tab.send('coded.csv', `Income,Visits\n${rows.join('\n')}\n`);
      const request = { source: id, columns: ['Income', 'Visits'], k: 2 };
      const clustered = async () => (await tab.run('segment', request)).result?.body.clustered;
      expect(await clustered()).toBe(60);
      await tab.correct(id, { missingCodes: 'Income=666666' });
      expect(await clustered()).toBe(59);
      await tab.correct(id, { missingCodes: 'Incom=1' });
      const { problem } = await described(id);
      expect(problem?.mistake?.option).toBe('missingCodes');
      expect(problem?.message).toMatch(/did you mean 'Income'/);
    });

    test('can be read in another way, and are then read again', async () => {
      const id = await tab.send('a.csv', 'a|b;c\n1|2;3\n4|5;9\n2|2;4\n');
      const names = async () => (await described(id)).result?.body.columns.map(({ name }) => name);
      await tab.correct(id, { delimiter: ';' });
      expect(await names()).toEqual(['a|b', 'c']);
      expect((await tab.correct(id, { delimiter: '|' })).status).toBe(200);
      expect(await names()).toEqual(['a', 'b;c']);
    });

    test('may have many sheets: which are told even where the first holds no table, and one is chosen', async () => {
      const book = utils.book_new();
      utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Cover');
      for (const [name, factor] of [
        ['North', 1],
        ['South', 2],
      ] as const) {
        const rows = Array.from({ length: 30 + factor }, (_, i) => [
          (i % 3) * 40 + i,
          ((i * 7) % 3) * factor,
        ]);
        utils.book_append_sheet(book, utils.aoa_to_sheet([['Visits', name], ...rows]), name);
      }
      const id = await tab.send('regions.xlsx', write(book, { type: 'buffer' }));
      const { problem } = await described(id);
      expect(problem?.message).toMatch(
        /'Cover' of regions\.xlsx is empty; name another by `sheet`: North, South/,
      );
      const header = () => tab.result('header', { source: id });
      expect((await header()).body).toMatchObject({ columns: [], sheets: ['Cover', 'North', 'South'] });
      await tab.correct(id, { sheet: 'South' });
      expect((await header()).body).toMatchObject({
        columns: ['Visits', 'South'],
        reading: { sheet: 'South' },
      });
      expect((await described(id)).result?.body.rows).toBe(32);
    });

    test('may be scored, read in another way than was detected', async () => {
      const source = await tab.send('known.csv', customersCsv());
      const file = await tab.send('new.csv', 'Customer;Age;Spending\nn1;20,125;900,500\nn2;41,250;100,375\n');
      const settings = { source, columns: ['Age', 'Spending'], k: 3 };
      const score = () => tab.run('score', { ...settings, customers: file });
      expect((await score()).problem?.message).toMatch(/`decimal`/);
      await tab.correct(file, { decimal: ',' });
      expect((await score()).result?.body).toMatchObject({
        source: file,
        title: 'new.csv',
        scored: 2,
        detected: expect.arrayContaining([expect.stringMatching(/^2 rows from new.csv/)]),
      });
    });

    test('may be a model that was downloaded here: it is opened, and answers as before', async () => {
      const source = await tab.send('known.csv', customersCsv());
      const settings = { source, columns: ['Age', 'Spending'], k: 3 };
      const { body } = await tab.result('download', { ...settings, what: 'model' });
      const model = await tab.send('model.json', body.text);
      expect((await described(model)).result?.body).toMatchObject({
        title: 'model.json',
        kind: 'model',
        rows: 90,
        defaults: { columns: ['Age', 'Spending'], k: 3 },
      });
      const customer = { Age: 41, Spending: 110 };
      const answerOf = async (request: object) => {
        const { segment, name, margin } = (await tab.result('predict', { ...request, customer })).body;
        return { segment, name, margin };
      };
      expect(await answerOf({ source: model })).toEqual(await answerOf(settings));
      const listed = await tab.run('customers', { source: model, offset: 0 });
      expect(listed.problem?.message).toMatch(/holds no customers/);
      const pictured = await tab.run('silhouettes', { source: model });
      expect(pictured.problem?.message).toMatch(/holds no customers/);
    });

    test('may have fewer customers who differ than are grouped by default', async () => {
      const defaults = async (csv: string) => {
        const source = await tab.send('few.csv', csv);
        const { body } = await tab.result('describe', { source });
        const { columns, k } = body.defaults;
        const { body: found } = await tab.result('segment', { source, columns, ...(k !== null && { k }) });
        return [k, found.k];
      };
      expect(await defaults('Age,Spending\n20,100\n60,900\n40,500\n')).toEqual([null, 2]);
      // Too few lack an age for the column to be left out: they are, and two kinds of customer remain.
      expect(await defaults(`Age,Spending\n${'20,100\n60,900\n'.repeat(60)}${',500\n'.repeat(4)}`)).toEqual([
        2, 2,
      ]);
      expect(await defaults(customersCsv())).toEqual([null, 3]);
    });

    test('are not divided by a consent, as on the command line, unless somebody chose other columns too', async () => {
      const lines = Array.from({ length: 120 }, (_, i) => {
        const [spend, visits] = [
          [20, 1],
          [90, 5],
          [240, 9],
        ][i % 3];
        return [spend + (i % 7), visits + (i % 5) / 5, i, i % 6 < 3 ? 'yes' : 'no'].join(',');
      });
      const source = await tab.send('consent.csv', `Spend,Visits,Age,Mailing\n${lines.join('\n')}\n`);
      const { columns } = (await tab.result('describe', { source })).body.defaults;
      expect(columns).toContain('Mailing');
      const { body } = await tab.result('segment', { source, columns });
      expect(body.segments.map(({ size }) => size)).toEqual([40, 40, 40]);
      expect(body.dropped).toContain(
        "'Mailing' carries no groups and took no part, since the groups of the other columns are clear without it.",
      );
    });

    test('may have columns of any name', async () => {
      const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
      const id = await tab.send('odd.csv', `${names.join(',')}\n1,2,3,4\n5,6,7,9\n1,3,3,4\n8,9,7,8\n`);
      expect((await described(id)).result?.body.columns.map(({ name }) => name)).toEqual(names);
      const customers = await tab.result('customers', {
        source: id,
        columns: names,
        k: 2,
        offset: 0,
        sort: { column: '__proto__', descending: true },
        filters: [{ column: '__proto__', from: 2, to: 9 }],
      });
      expect(customers.body.rows.map(([, proto]) => proto)).toEqual([8, 5]);
      const objects = await tab.send('odd.jsonl', '{"__proto__":1,"a":2}\n{"__proto__":3,"a":5}\n');
      expect((await described(objects)).result?.body.columns.map(({ name }) => name)).toEqual([
        '__proto__',
        'a',
      ]);
    });
  });

  describe('that are not taken, with the reason', () => {
    test('too many bytes', async () => {
      const { status, problem } = await tab.upload('big.csv', new Uint8Array(3 * MEBIBYTE));
      expect(status).toBe(413);
      expect(problem?.message).toMatch(/larger than 2 MiB.*command line/);
    });

    test('too many bytes of a length that was not said', async () => {
      const pieces = new ReadableStream({
        start(controller) {
          controller.enqueue(Buffer.from(formStart('file', 'big.csv')));
          for (let i = 0; i < 40; i++) controller.enqueue(new Uint8Array(MEBIBYTE / 10));
          controller.enqueue(Buffer.from(FORM_END));
          controller.close();
        },
      });
      const before = kept();
      const { status, problem } = await tab.ask('POST', '/api/uploads', {
        headers: { 'content-type': FORM },
        body: pieces,
        duplex: 'half',
      } as RequestInit);
      expect({ status, message: problem?.message }).toMatchObject({
        status: 413,
        message: expect.stringContaining('larger than 2 MiB'),
      });
      expect(kept()).toBe(before);
    });

    test('an empty file', async () => {
      const { status, problem } = await tab.upload('empty.csv', '');
      expect(status).toBe(400);
      expect(problem?.message).toMatch(/empty/);
    });

    test('another field, no form, no file', async () => {
      const answers = await Promise.all([
        tab.upload('a.csv', 'a\n1\n', 'other'),
        tab.upload('a.csv', 'a\n1\n', '__proto__'),
        tab.upload('a.csv', 'a\n1\n', 'constructor'),
        tab.ask('POST', '/api/uploads', json({ file: 'a' })),
        tab.ask('POST', '/api/uploads', { headers: { 'content-type': FORM }, body: FORM_END }),
        tab.ask('POST', '/api/uploads', { headers: { 'content-type': FORM }, body: 'no form at all' }),
        tab.ask('POST', '/api/uploads', { headers: { 'content-type': FORM }, body: '' }),
        tab.ask('POST', '/api/uploads', { headers: { 'content-type': 'multipart/form-data' }, body: 'x' }),
        tab.ask('POST', '/api/uploads', {
          headers: { 'content-type': FORM },
          body: `${formStart('file', 'a.csv')}a,b\n1,2`,
        }),
      ]);
      expect(answers.map(({ status, problem }) => [status, problem?.kind])).toEqual(
        answers.map(() => [400, 'input']),
      );
    });

    test('too many rows, too many columns', async () => {
      expect(await reasonFor('rows.csv', customersCsv('C', 1001))).toBe(
        'rows.csv has 1,001 rows; the dashboard takes 1,000 at most. The command line takes more: customer-segmentation fit',
      );
      const names = Array.from({ length: 21 }, (_, i) => `c${i}`);
      expect(await reasonFor('columns.csv', `${names}\n${names.map((_, i) => i)}\n`)).toMatch(
        /^columns\.csv has 21 columns; the dashboard takes 20 at most/,
      );
      const many = Array.from({ length: 100_000 }, (_, i) => `c${i}`); // all that is read of it is the header
      expect(await reasonFor('wide.csv', `${many}\n${many}\n`)).toMatch(/^wide\.csv has 100,000 columns;/);
    });

    test('customers who do not differ, or one alone', async () => {
      expect(await reasonFor('alike.csv', `Age,City\n${'20,York\n'.repeat(30)}`)).toBe(
        'customers do not differ: every column is empty or the same for all (Age, City)',
      );
      expect(await reasonFor('one.csv', 'Age,City\n20,York\n')).toBe(
        'the table has one customer only; segments need several, who differ',
      );
    });

    test.each([
      ['cut off', '{"type":"Segmentation","version":1,"options":{', /^model\.json is damaged: it is no JSON/],
      [
        'of a newer version',
        '{"type":"Segmentation","version":5}',
        /^model\.json: .*version 5, newer than 4/,
      ],
      [
        'without content',
        '{"type":"Segmentation","version":1,"__proto__":{"k":3}}',
        /^model\.json: .*damaged/,
      ],
    ])('a model %s', async (_, content, reason) => {
      const source = await tab.send('model.json', content);
      for (const task of ['describe', 'segment', 'download']) {
        const { problem, text } = await tab.run(task, {
          source,
          ...(task === 'download' && { what: 'model' }),
        });
        expect(problem).toEqual({
          kind: 'input',
          message: expect.stringMatching(reason),
          mistake: expect.any(Object),
        });
        expect(text).not.toContain(source);
      }
    });

    test('far too many lines, or one without end, before they are read', async () => {
      expect(await reasonFor('lines.csv', `a,b\n${'1,2\n'.repeat(10_000)}`)).toMatch(
        /^lines\.csv has more than 1,000 rows/,
      );
      expect(await reasonFor('old.csv', `a,b\r${'1,2\r'.repeat(10_000)}`)).toMatch(
        /^old\.csv has more than 1,000 rows/,
      );
      expect(await reasonFor('line.csv', ','.repeat(1.5 * MEBIBYTE))).toMatch(
        /^the first line of line\.csv is longer than 1 MiB/,
      );
    });

    test('a gzip file that unpacks to gigabytes', async () => {
      const long = `x,${'y'.repeat(MEBIBYTE / 2)}\n`;
      expect(await reasonFor('bomb.csv.gz', bomb(long, 1000))).toMatch(
        /^bomb\.csv\.gz unpacks to more than 512 MiB; the dashboard takes 512 MiB at most/,
      );
      const wide = `${'x,'.repeat(MEBIBYTE / 4)}\n`;
      expect(await reasonFor('wide.csv.gz', bomb(wide, 1000))).toMatch(/^wide\.csv\.gz has 262,145 columns/);
    });

    test('a spreadsheet that says it unpacks to another length than it does', async () => {
      const book = utils.book_new();
      utils.book_append_sheet(
        book,
        utils.aoa_to_sheet([
          ['a', 'b'],
          [1, 2],
          [3, 5],
        ]),
        'S',
      );
      const sheet = write(book, { type: 'buffer', compression: true }) as Buffer;
      const lying = Buffer.from(sheet);
      const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      lying.writeUInt32LE(0x7fffffff, entry + 24);
      expect(await reasonFor('bomb.xlsx', lying)).toMatch(/^bomb\.xlsx is a damaged spreadsheet/);
      lying.writeUInt32LE(1, entry + 24);
      expect(await reasonFor('bomb.xlsx', lying)).toMatch(/^bomb\.xlsx is a damaged spreadsheet/);
      expect(await reasonFor('bomb.xlsx.gz', gzipSync(sheet))).toMatch(
        /is a gzipped spreadsheet; unpack it first/,
      );
    });

    test.each([
      [
        'very many values',
        `${Array.from({ length: 100 }, (_, i) => `1 AS a${i}`)} FROM range(900)`,
        /has 90,000 values; the dashboard takes 50,000 at most/,
      ],
      ['very many rows', '1 AS a, 2 AS b FROM range(5000000)', /has 5,000,000 rows/],
      [
        'very long texts',
        "range AS a, repeat('x', 1000000) AS b FROM range(900)",
        /unpacks to more than 512 MiB/,
      ],
    ])('a small Parquet file of %s', async (_, select, reason) => {
      const path = join(server.temporary, 'many.parquet');
      const database = await openDatabase();
      await database.run(`COPY (SELECT ${select}) TO '${path}' (FORMAT parquet)`);
      await database.close();
      const content = readFileSync(path);
      rmSync(path);
      expect(content.length).toBeLessThan(2 * MEBIBYTE);
      expect(await reasonFor('many.parquet', content)).toMatch(reason);
    });

    test.each([
      ['noise', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) % 256))],
      ['a damaged gzip file', Buffer.concat([gzipSync(customersCsv()).subarray(0, 300), Buffer.alloc(50)])],
      ['a damaged Parquet file', Buffer.from(`PAR1${'x'.repeat(500)}PAR1`)],
      ['a damaged spreadsheet', Buffer.from(`PK\x03\x04${'x'.repeat(500)}`)],
      [
        'an old spreadsheet that is none',
        Buffer.from(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'x'.repeat(700)}`, 'latin1'),
      ],
      ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
      ['a page', '<!doctype html><script>alert(1)</script>'],
      ['a ragged table', 'a,b\n1,2\n3\n'],
      ['a header alone', 'a,b\n'],
      ['texts alone', 'a,b\nx,y\nz,w\n'],
      ['very deep JSON', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
      ['zeros', new Uint8Array(5000)],
    ])('%s', async (name, content) => {
      const id = await tab.send(`${name}.data`, content);
      for (const task of ['describe', 'segment', 'header']) {
        const { problem, status, text } = await tab.run(task, { source: id });
        if (task === 'header' && !problem) continue; // names of columns there may be
        expect({ status, kind: problem?.kind }).toEqual({ status: 200, kind: 'input' });
        expect(text).not.toContain(id);
        expect(text).not.toContain(server.temporary);
      }
    });
  });

  describe('of clients that break off or are slow', () => {
    let server: ServedDashboard;
    let tab: Tab;
    beforeAll(async () => {
      server = await serveDashboard({ silence: SILENCE });
      tab = await Tab.open(server);
    });
    afterAll(() => server.stop());

    const kept = () => filesIn(server.temporary);
    const open = async (text: string): Promise<Socket> => {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.resume().write(text);
      return socket;
    };
    const head = (length: number) =>
      `POST /api/uploads HTTP/1.1\r\nHost: localhost\r\nX-Session: ${tab.token}\r\nContent-Type: ${FORM}\r\n` +
      `Content-Length: ${length}\r\n\r\n`;

    test('nothing is left', async () => {
      const before = kept();
      const socket = await open(`${head(100_000)}${formStart('file', 'a.csv')}a,b\n1,2\n`);
      await until(() => kept() === before + 1);
      socket.destroy();
      await until(() => kept() === before);
    });

    test('headers and bodies that do not come to their end are waited for no longer than a while', async () => {
      const before = kept();
      const began = performance.now();
      const slow = await Promise.all([
        open('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
        open(''),
        open(head(100_000)),
        open(`${head(100_000)}${formStart('file', 'a.csv')}a,b\n`),
      ]);
      expect((await fetch(server.url)).status).toBe(200);
      await Promise.all(slow.map((socket) => new Promise((done) => socket.once('close', done))));
      expect(performance.now() - began).toBeLessThan(10 * SILENCE);
      await until(() => kept() === before);
    });

    test('headers that drip in are not waited for either', async () => {
      const socket = await open('GET / HTTP/1.1\r\nHost: localhost\r\n');
      const drip = setInterval(() => socket.writable && socket.write('X: y\r\n'), 100);
      await new Promise((done) => socket.once('close', done));
      clearInterval(drip);
    });

    test('answers that are not read are thrown away, also where one connection asks for many', async () => {
      const source = await tab.send('large.csv', customersCsv('C', 30_000));
      const request = { source, columns: ['Age'], k: 3, what: 'segments' };
      const { body } = await tab.result('download', request);
      const text = JSON.stringify(request);
      const ask = `POST /api/run/download HTTP/1.1\r\nHost: localhost\r\nX-Session: ${tab.token}\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`;
      const socket = (await open(ask.repeat(12))).pause();
      const closed = new Promise((done) => socket.once('close', done)); // on a busy machine, before it is read on
      await tab.result('describe', { source }); // comes after them
      await new Promise((done) => setTimeout(done, 4 * SILENCE));
      socket.resume();
      await closed;
      expect(socket.bytesRead).toBeGreaterThan(0);
      expect(socket.bytesRead).toBeLessThan(12 * body.text.length);
    });

    test('work that takes longer than that is waited for', async () => {
      const began = performance.now();
      const chosen = await tab.result('chooseK', { source: 'loyalty-members' });
      expect(performance.now() - began).toBeGreaterThan(SILENCE);
      expect(chosen.body).toHaveProperty('recommendation');
    });
  });

  describe('of several tabs', () => {
    test('are seen by the tab that sent them alone', async () => {
      const other = await Tab.open(server);
      const id = await tab.send('mine.csv', customersCsv());
      for (const [task, more] of [
        ['describe', {}],
        ['segment', {}],
        ['header', {}],
        ['customers', { offset: 0 }],
        ['predict', { customer: {} }],
        ['download', { what: 'report' }],
        ['chooseK', {}],
        ['compare', {}],
        ['silhouettes', {}],
      ] as const) {
        const { status, problem } = await other.run(task, { source: id, ...more });
        expect([task, status]).toEqual([task, 400]);
        expect(problem?.message).toMatch(/no longer here/);
      }
      const scored = await other.run('score', { source: 'mall-customers', customers: id });
      expect(scored.problem?.message).toMatch(/no longer here/);
      expect((await other.correct(id, { delimiter: ';' })).status).toBe(400);
      expect((await described(id)).result?.body.title).toBe('mine.csv');
    });

    test('a hundred at once do not meet', async () => {
      const tabs = await Promise.all(Array.from({ length: 100 }, () => Tab.open(server)));
      expect(new Set(tabs.map(({ token }) => token)).size).toBe(100);
      await Promise.all(
        tabs.map(async (own, i) => {
          const source = await own.send('customers.csv', ownCsv(i));
          const { body } = await own.result('describe', { source });
          expect(body).toMatchObject({ rows: 30 + i, columns: [{ name: `T${i}` }, {}, {}] });
          if (i % 20 !== 0) return;
          const request = { source, columns: ['Age'], k: 3, offset: 0 };
          const listed = await own.result('customers', request);
          expect(listed.body.total).toBe(30 + i);
          for (const [, customer] of listed.body.rows) expect(String(customer)).toMatch(`T${i}-`);
        }),
      );
    });

    test('of a tab that sends many, the oldest make room', async () => {
      const own = await Tab.open(server);
      const ids = [];
      for (let i = 0; i < 11; i++) ids.push(await own.send(`${i}.csv`, customersCsv()));
      expect((await own.run('describe', { source: ids[0] })).status).toBe(400);
      expect((await own.run('describe', { source: ids[10] })).status).toBe(200);
    });
  });

  test('no mistake of its own was met', () => {
    expect(server.said()).toBe('');
  });
});

describeWith(needsBuild, 'tabs that were silent for long', () => {
  test('are forgotten, with their files', async () => {
    const server = await serveDashboard({ idle: 300 });
    const tab = await Tab.open(server);
    const id = await tab.send('a.csv', customersCsv());
    const files = () =>
      readdirSync(server.temporary, { recursive: true }).filter((name) => String(name).includes(id));
    expect(files()).toHaveLength(1);
    await until(() => files().length === 0);
    const { status, problem } = await tab.run('describe', { source: id });
    expect(status).toBe(401);
    expect(problem?.message).toMatch(/closed after a long time without activity/);
    await server.stop();
  });
});

/** How many files a folder holds, in whatever folder of it. */
function filesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}

const FORM = 'multipart/form-data; boundary=parting';
const FORM_END = '\r\n--parting--\r\n';

function formStart(field: string, name: string): string {
  return `--parting\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
}

/** What no other tab sends: the name of a column, the customers, and how many they are. */
function ownCsv(i: number): string {
  return customersCsv(`T${i}-`, 30 + i).replace('Customer', `T${i}`);
}

/** A gzip file of so many MiB: members one behind the other are one content. */
function bomb(line: string, mebibytes: number): Uint8Array {
  const member = gzipSync(line.repeat(20));
  return Buffer.concat(Array.from({ length: mebibytes / 10 }, () => member));
}
