import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../src/core/errors';
import type { Figure } from '../../src/plot/base/figure';
import { saveFigure } from '../../src/report/saveFigure';
import { tensorflow } from '../../src/tensor/native/tensorflow';
import { needsBrowser } from '../support/browser';
import { describeWith } from '../support/requirement';

const BUILT = join(__dirname, '..', '..', 'dist', 'report', 'saveFigure.js');
const needsBuild = { met: existsSync(BUILT), reason: 'the build is not there; `npm run build` makes it' };

/** One red bar that fills the plot, on white. */
const figure: Figure = {
  data: [{ type: 'bar', x: ['a'], y: [1], marker: { color: '#FF0000' } }],
  layout: { width: 400, height: 300, title: { text: 'Tall & red' } },
  description: 'A bar "called" <a>.',
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'figures-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** In a process of its own, from the build: the painter is a worker, and the process must end by itself. */
function inFreshNode(script: string, env: NodeJS.ProcessEnv = {}) {
  const source = `
    const { saveFigure } = require(${JSON.stringify(BUILT)});
    const figure = ${JSON.stringify(figure)};
    (async () => { ${script} })().then((result) => console.log(JSON.stringify(result)),
      (error) => console.log(JSON.stringify({ name: error.name, message: error.message })));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', source], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** Height, width, and how many pixels are red, how many white. */
function decode(path: string) {
  const tf = tensorflow();
  const image = tf.node.decodeImage(readFileSync(path), 3);
  const [height, width] = image.shape;
  const bytes = image.dataSync();
  image.dispose();
  const pixels = Array.from({ length: width * height }, (_, i) => [
    bytes[3 * i],
    bytes[3 * i + 1],
    bytes[3 * i + 2],
  ]);
  const red = pixels.filter(([r, g, b]) => r > 230 && g < 40 && b < 40).length;
  const white = pixels.filter((rgb) => rgb.every((value) => value > 250)).length;
  return { width, height, red: red / pixels.length, white: white / pixels.length };
}

describeWith(needsBuild.met ? needsBrowser : needsBuild, 'saveFigure', () => {
  test('writes PNG, JPEG and SVG by their endings, side by side, and lets the process end', () => {
    const saved = inFreshNode(`return Promise.all([
      saveFigure(figure, 'new/folder/bar.png'),
      saveFigure(figure, 'bar.JPG', { width: 500, height: 250, scale: 1 }),
      saveFigure(figure, 'bar.svg'),
    ]);`);
    expect(saved).toEqual([
      {
        path: join(folder, 'new/folder/bar.png'),
        format: 'png',
        width: 400,
        height: 300,
        bytes: expect.any(Number),
      },
      { path: join(folder, 'bar.JPG'), format: 'jpeg', width: 500, height: 250, bytes: expect.any(Number) },
      { path: join(folder, 'bar.svg'), format: 'svg', width: 400, height: 300, bytes: expect.any(Number) },
    ]);
    for (const { path, bytes } of saved) expect(readFileSync(path)).toHaveLength(bytes);

    const png = decode(saved[0].path);
    expect(png).toMatchObject({ width: 800, height: 600 });
    expect(png.red).toBeGreaterThan(0.1);
    expect(png.white).toBeGreaterThan(0.1);
    const jpeg = decode(saved[1].path);
    expect(jpeg).toMatchObject({ width: 500, height: 250 });
    expect(jpeg.red).toBeGreaterThan(0.1);

    const svg = readFileSync(saved[2].path, 'utf8');
    expect(svg).toMatch(
      /^<svg role="img" aria-label="A bar &quot;called&quot; &lt;a&gt;\."[^>]* width="400" height="300"/,
    );
    expect(svg).toContain('Tall &amp; red');
    expect(svg).toMatch(/fill: rgb\(255, 0, 0\)/);
    expect(svg.trimEnd().endsWith('</svg>')).toBe(true);
  });

  test('leaves nothing in the temporary folder, no profile of Chrome either', () => {
    const temporary = mkdtempSync(join(folder, 'temporary-'));
    const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    inFreshNode(`return saveFigure(figure, 'clean.png');`, env);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('a file that stands where the folder should be is an error of the input, and nothing is left', () => {
    writeFileSync(join(folder, 'taken'), '');
    const before = readdirSync(folder);
    expect(inFreshNode(`return saveFigure(figure, 'taken/bar.svg');`)).toEqual({
      name: 'InputError',
      message: 'cannot write taken/bar.svg: a file exists where its folder should be; name another folder',
    });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a browser that does not work is named with the file, and the next picture tries again', () => {
    const script = `
      const fail = () => saveFigure(figure, 'bar.png').then(() => 'painted', (error) => error.message);
      return [await fail(), await fail()];`;
    const messages = inFreshNode(script, { CHROME_PATH: process.execPath });
    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).toMatch(/^the browser could not paint bar\.png: /);
    expect(existsSync(join(folder, 'bar.png'))).toBe(false);
  });
});

test('where no browser is, the error says how to get one', async () => {
  const before = process.env.CHROME_PATH;
  process.env.CHROME_PATH = '/no/such/chrome';
  try {
    await expect(saveFigure(figure, join(folder, 'bar.png'))).rejects.toThrow(
      /CHROME_PATH names \/no\/such\/chrome, and there is no such program/,
    );
  } finally {
    if (before === undefined) delete process.env.CHROME_PATH;
    else process.env.CHROME_PATH = before;
  }
});

test.each([
  ['bar.gif', {}, "'bar.gif' ends in '.gif'; a figure is saved as one of .png, .jpg, .jpeg, .svg"],
  ['bar', {}, "'bar' ends in nothing"],
  ['', {}, "`path` is ''"],
  ['bar.png', { dpi: 300 }, 'saveFigure has no option `dpi`'],
  ['bar.png', { width: 0 }, '`width` is 0'],
  ['bar.png', { width: 10_000 }, '`width` is 10000; it must be a finite number from 10 to 8192'],
  ['bar.png', { scale: Number.NaN }, '`scale` is NaN'],
])('%s with %p is refused', async (path, options: object, message) => {
  await expect(saveFigure(figure, path, options)).rejects.toThrow(InputError);
  await expect(saveFigure(figure, path, options)).rejects.toThrow(message);
});

test('what is no figure is refused', async () => {
  await expect(saveFigure(null as never, 'bar.png')).rejects.toThrow('saveFigure was handed null');
});
