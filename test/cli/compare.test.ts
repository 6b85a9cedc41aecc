import { readdirSync } from 'node:fs';
import { describeWith } from '../support/requirement';
import { cli, customersCsv, needsBuild, workFolder } from './cli';

describeWith(needsBuild, 'compare', () => {
  const work = workFolder();
  beforeAll(() => work.put('customers.csv', customersCsv()));
  afterAll(work.remove);

  test('algorithms side by side, with the one to trust; nothing is written', async () => {
    const { code, stdout } = await cli(['compare', 'customers.csv', '--k', '3'], { cwd: work.path });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Trust .*\nClustering/);
    for (const name of ['k-means', 'hierarchical (ward)', 'DBSCAN', 'HDBSCAN'])
      expect(stdout).toContain(`\n${name} `);
    expect(stdout).toContain('Adjusted Rand index');
    expect(readdirSync(work.path)).toEqual(['customers.csv']);
  });

  test('--json holds every index and the agreement of every pair', async () => {
    const args = ['compare', 'customers.csv', '--k', '3', '--columns', 'Age,Spending', '--json'];
    const document = JSON.parse((await cli(args, { cwd: work.path })).stdout);
    expect(document).toMatchObject({
      rows: 90,
      columns: ['Age', 'Spending'],
      recommended: expect.any(String),
    });
    const names = document.clusterings.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['k-means', 'hierarchical (ward)', 'DBSCAN', 'HDBSCAN']);
    expect(document.clusterings[0]).toMatchObject({ nClusters: 3, sizes: [30, 30, 30] });
    expect(document.agreement['k-means']['k-means']).toBe(1);
    expect(document.agreement['k-means']['hierarchical (ward)']).toBe(1);
  });

  test('a mistake is exit code 2', async () => {
    const { code, stdout, stderr } = await cli(['compare', 'customers.csv', '--columns', 'Aeg'], {
      cwd: work.path,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Error: .*'Aeg'/);
  });
});
