import { extname, resolve } from 'node:path';
import { InputError } from '../core/errors';
import { checkNumber, isGiven } from '../core/options';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, number, object, optional } from '../core/schema';
import { writeFileAtomic } from '../datasets/write/writeFileAtomic';
import type { Figure } from '../plot/base/figure';
import { escapeHtml } from './escapeHtml';
import { type ImageFormat, type PictureRequest, queueRender } from './painter';
import { pictureSize } from './pictureSize';
import { plotlyJson } from './plotlyJson';

/** What the options may be. @internal */
export const SAVE_FIGURE_OPTIONS = object({
  /** Width of the picture in CSS pixels; default the figure's own, else 800. */
  width: optional(number({ minimum: 10 })),
  /** Height in CSS pixels; default the figure's own, else 450. */
  height: optional(number({ minimum: 10 })),
  /** Pixels of a PNG or JPEG to one CSS pixel; default 2, sharp on good screens and in print. An SVG has none. */
  scale: number({ minimum: 0.1, maximum: 10, default: 2 }),
});

/** Options of `saveFigure`. */
export interface SaveFigureOptions extends Given<typeof SAVE_FIGURE_OPTIONS> {}

/** A figure that was written as a picture. */
export interface SavedFigure {
  /** The file, as an absolute path. */
  path: string;
  format: ImageFormat;
  /** Size in CSS pixels; a PNG or JPEG has `scale` times as many each way. */
  width: number;
  height: number;
  /** Size of the file. */
  bytes: number;
}

const FORMATS: Readonly<Record<string, ImageFormat>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.svg': 'svg',
};

/** Chrome paints no canvas beyond this, and answers with an empty picture. */
const LARGEST_SIDE = 16_384;

/**
 * Writes a figure as a picture: PNG, JPEG or SVG, by the ending of the file's name. The file is written whole or
 * not at all, in a folder that is made where it is missing.
 *
 * A Chrome, Chromium or Edge paints it, out of sight and offline: the first picture takes about a second, each
 * later one some tenths. An SVG carries the figure's description for those who cannot see it; a figure in space
 * stands in it as pixels.
 *
 * @param path where to; a relative path starts at the working directory.
 * @throws InputError for an ending that is not known, a size that cannot be painted, something that is no figure,
 * and where no browser is found; Error when the browser fails or takes more than 30 s.
 *
 * @example
 * async function savePicture() {
 *   const { path } = await saveFigure(segmentSizesPlot([0, 0, 1]), 'out/sizes.png', { width: 1200 });
 *   console.log(path);
 * }
 */
export async function saveFigure(
  figure: Figure,
  path: string,
  options: SaveFigureOptions = {},
): Promise<SavedFigure> {
  const format = formatOf(path);
  const request = readRequest(figure, format, options);
  const reply = await queueRender(request);
  if (!reply) throw noBrowser();
  if ('problem' in reply) {
    throw new Error(`the browser could not paint ${path}: ${reply.problem.split('\n')[0]}`);
  }
  const content = format === 'svg' ? describeSvg(reply.bytes, figure.description) : reply.bytes;
  writeFileAtomic(path, content);
  const { width, height } = request;
  return { path: resolve(path), format, width, height, bytes: Buffer.byteLength(content) };
}

function formatOf(path: string): ImageFormat {
  const known = Object.keys(FORMATS).join(', ');
  if (typeof path !== 'string' || path === '') {
    throw new InputError('wrong-type', isGiven('path', path), {
      remedy: `it must name the file to write, ending in one of ${known}`,
    });
  }
  const ending = extname(path).toLowerCase();
  if (Object.hasOwn(FORMATS, ending)) return FORMATS[ending];
  throw new InputError(
    'not-allowed',
    phrase`'${{ file: path }}' ends in ${ending === '' ? 'nothing' : `'${ending}'`}`,
    { remedy: `a figure is saved as one of ${known}` },
  );
}

function readRequest(figure: Figure, format: ImageFormat, options: SaveFigureOptions): PictureRequest {
  const given = resolveOptions('saveFigure', SAVE_FIGURE_OPTIONS, options);
  if (!Array.isArray(figure?.data) || typeof figure.layout !== 'object') {
    throw new InputError('wrong-type', phrase`saveFigure was handed ${{ value: figure }}`, {
      remedy: 'it saves a Figure, such as histogram() gives',
    });
  }
  const own = pictureSize(figure);
  const { scale, width = own.width, height = own.height } = given;
  const most = Math.floor(LARGEST_SIDE / (format === 'svg' ? 1 : scale));
  return {
    figure: plotlyJson(figure),
    format,
    width: checkNumber('width', width, { min: 10, max: most }),
    height: checkNumber('height', height, { min: 10, max: most }),
    scale: format === 'svg' ? 1 : scale,
  };
}

/** For screen readers: the picture's alternative text. */
function describeSvg(bytes: Uint8Array, description: string): string {
  const svg = Buffer.from(bytes).toString('utf8');
  return svg.replace(/^<svg/, () => `<svg role="img" aria-label="${escapeHtml(description ?? '')}"`);
}

function noBrowser(): InputError {
  const named = process.env.CHROME_PATH;
  if (named) {
    const problem = `the environment variable CHROME_PATH names ${named}, and there is no such program`;
    return new InputError('unavailable', problem, { remedy: 'a browser is needed to paint figures' });
  }
  return new InputError('unavailable', 'no browser was found to paint the figure', {
    remedy:
      'install Chrome, Chromium or Edge (Debian and Ubuntu: `apt install chromium`), or name its program in the ' +
      'environment variable CHROME_PATH',
  });
}
