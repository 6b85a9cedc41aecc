import type { Figure } from '../plot/base/figure';
import { renderImage } from './painter';
import { pictureSize } from './pictureSize';
import { plotlyJson } from './plotlyJson';

/** A still picture of a figure. */
export interface Picture {
  /** JPEG, base64. */
  jpeg: string;
  /** Size on the page, in CSS pixels; the file may hold more. */
  width: number;
  height: number;
}

/** Sharp on good screens first; a picture too heavy to be committed is painted again with fewer pixels. */
const SCALES = [1.5, 1];
const HEAVY_BYTES = 100_000;

let off = false;

/**
 * Paints a figure for a notebook, waiting for it (the caller's outputs must keep their order).
 *
 * Undefined where there is no picture: no Chrome (without a word), `CUSTOMER_SEGMENTATION_STATIC=off`, or Chrome
 * failed or took more than 30 s: then one line is printed and no further picture is tried.
 */
export function staticPicture(figure: Figure): Picture | undefined {
  if (off || process.env.CUSTOMER_SEGMENTATION_STATIC === 'off') return undefined;
  const size = pictureSize(figure);
  const plain = plotlyJson(figure);
  let bytes: Uint8Array = new Uint8Array();
  for (const scale of SCALES) {
    const reply = renderImage({ figure: plain, format: 'jpeg', ...size, scale });
    if (!reply || 'problem' in reply) return switchOff(reply?.problem);
    bytes = reply.bytes;
    if (bytes.length <= HEAVY_BYTES) break;
  }
  return { jpeg: Buffer.from(bytes).toString('base64'), ...size };
}

function switchOff(problem: string | undefined): undefined {
  off = true;
  if (problem === undefined) return;
  console.log(
    `No still pictures from here on: ${problem.split('\n')[0]}. The figures themselves are complete.`,
  );
}
