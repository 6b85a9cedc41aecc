import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith } from '../support/requirement';
import { cli, needsBuild } from './cli';

/** Running them is what the notebooks' own tests do. */
describeWith(needsBuild, 'notebooks', () => {
  const names = readdirSync(join(__dirname, '..', '..', 'notebooks'))
    .filter((file) => file.endsWith('.ipynb'))
    .map((file) => file.replace(/\.ipynb$/, ''));

  test('are listed with their titles', async () => {
    const { code, stdout } = await cli(['notebooks', '--json']);
    const { notebooks } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(notebooks.map(({ name }: { name: string }) => name).sort()).toEqual(names.sort());
    for (const { title } of notebooks) expect(title).not.toBe('');
  });

  test('a name that is not there is a mistake, with the nearest', async () => {
    const { code, stderr } = await cli(['notebooks', 'customer_segmentatoin']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      "there is no notebook 'customer_segmentatoin'; did you mean 'customer_segmentation'?",
    );
  });
});
