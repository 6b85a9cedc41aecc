import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { needsBrowser } from '../support/browser';
import { describeWith } from '../support/requirement';

const BUILT = join(__dirname, '..', '..', 'dist', 'report', 'staticPicture.js');
const needsBuild = { met: existsSync(BUILT), reason: 'the build is not there; `npm run build` makes it' };

/** In a process of its own: it must end by itself, Chrome included. */
function paint(env: NodeJS.ProcessEnv) {
  const script = `
    const { staticPicture } = require(${JSON.stringify(BUILT)});
    const figure = { data: [{ type: 'bar', x: ['a', 'b'], y: [1, 2] }], layout: { width: 640, height: 400 }, description: '' };
    console.log(JSON.stringify([staticPicture(figure), staticPicture(figure)]));`;
  return spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
}

describeWith(needsBuild.met ? needsBrowser : needsBuild, 'staticPicture', () => {
  test('paints at once, the same bytes each time, lets the process end', () => {
    const { status, stdout, stderr } = paint({ CUSTOMER_SEGMENTATION_STATIC: undefined });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [first, second] = JSON.parse(stdout);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ width: 640, height: 400 });
    const bytes = Buffer.from(first.jpeg, 'base64');
    expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(bytes.length).toBeLessThan(100_000);
  });

  test('is switched off by the environment', () => {
    expect(JSON.parse(paint({ CUSTOMER_SEGMENTATION_STATIC: 'off' }).stdout)).toEqual([null, null]);
  });

  test('says nothing where there is no Chrome', () => {
    expect(JSON.parse(paint({ CHROME_PATH: '/no/such/chrome' }).stdout)).toEqual([null, null]);
  });

  test('says so once where Chrome does not work, and goes on', () => {
    const { status, stdout } = paint({ CHROME_PATH: process.execPath });
    expect(status).toBe(0);
    expect(stdout.match(/No still pictures from here on/g)).toHaveLength(1);
    expect(stdout).toContain('[null,null]');
  });
});
