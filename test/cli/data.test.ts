import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOG } from '../../src/datasets/catalog/catalog';
import { describePublished } from '../datasets/catalog/published';
import { type FileServer, serve, status, whole } from '../datasets/fetch/fileServer';
import { describeWith } from '../support/requirement';
import { cli, needsBuild, workFolder } from './cli';

const nobody = {
  KAGGLE_CONFIG_DIR: '/no/such/folder',
  KAGGLE_API_TOKEN: '',
  KAGGLE_USERNAME: '',
  KAGGLE_KEY: '',
};

describeWith(needsBuild, 'data', () => {
  const work = workFolder();
  let server: FileServer | undefined;
  afterEach(async () => server?.close());
  afterAll(work.remove);

  test('list: what there is and whether it is here', async () => {
    const folder = work.path;
    const { code, stdout } = await cli(['data', 'list', '--json', '--folder', folder]);
    const { datasets } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(datasets.map(({ name }: { name: string }) => name)).toEqual(Object.keys(CATALOG));
    expect(datasets[1]).toMatchObject({ rows: 200, file: 'Mall_Customers.csv' });
    expect((await cli(['data', 'list'])).stdout).toMatch(/^4 published data sets, \d of them here\nName/);
  });

  test('a name that is not there is a mistake, with the nearest', async () => {
    const { code, stdout, stderr } = await cli(['data', 'fetch', 'online-retial']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("there is no data set 'online-retial'; did you mean 'online-retail'?");
  });

  test('fetch: what fails is told with what to do by hand, and leaves nothing', async () => {
    server = await serve(status(404));
    const { code, stdout, stderr } = await cli(['data', 'fetch', '--folder', work.at('none'), '--json'], {
      env: { ...nobody, CUSTOMER_DATA_MIRROR: server.origin },
    });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      fetched: [],
      failures: [/./, /./, /./, /./].map(() => expect.any(String)),
    });
    expect(stderr).toMatch(/online-retail-dataset\.csv could not be fetched: .* By hand: download https:/);
    expect(stderr).not.toMatch(/KAGGLE_API_TOKEN/); // a mirror needs no credentials
    expect(stderr).not.toMatch(/\n +at /);
  });

  test('fetch: a file with the wrong checksum is not kept', async () => {
    server = await serve(whole(Buffer.from('InvoiceNo\n1\n')));
    const { code, stderr } = await cli(['data', 'fetch', 'online-retail', '--folder', work.at('wrong')], {
      env: { CUSTOMER_DATA_MIRROR: server.origin },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('what came is not the published online-retail-dataset.csv');
    expect(readdirSync(work.at('wrong'))).toEqual([]);
  });

  describePublished('mall-customers', () => {
    test('fetch: the file comes whole, and is left alone the second time', async () => {
      const folder = process.env.CUSTOMER_DATA_DIR ?? join(__dirname, '../../data');
      server = await serve(whole(readFileSync(join(folder, 'Mall_Customers.csv'))));
      const env = { CUSTOMER_DATA_MIRROR: server.origin, KAGGLE_API_TOKEN: 'KGAT_1' };
      const args = ['data', 'fetch', 'mall-customers', '--folder', work.at('new')];
      const first = await cli(args, { env });
      expect([first.code, first.stderr]).toEqual([0, '']);
      expect(first.stdout).toMatch(/Mall_Customers\.csv came from 127\.0\.0\.1:\d+; the checksum agrees\./);
      const bytes = readFileSync(work.at('new', 'Mall_Customers.csv'));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(CATALOG['mall-customers'].sha256);
      expect(server.requests[0].headers.authorization).toBeUndefined(); // they are for their own host alone
      expect((await cli(args, { env })).stdout).toContain('is there already');
      expect(server.requests).toHaveLength(1);
    });
  });
});
