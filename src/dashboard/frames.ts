/**
 * The wire between engine, server and page: frames, one after the other in one answer. A frame is its kind (one
 * byte), its length (four bytes, little-endian) and its content. Progress and problems are JSON; a result is JSON
 * with typed arrays beside it, so that 50,000 customers are not spelled out as text.
 */

import type { Mistake } from '../core/errors';

export type TypedArray = Float32Array | Float64Array | Int32Array | Uint16Array | Uint8Array;

/** What an answer holds: plain values, and large columns of numbers by name. */
export interface Result<Body = unknown> {
  body: Body;
  arrays: Record<string, TypedArray>;
}

/** What went wrong. `input`: the user can fix it, and `message` says how; `defect`: our mistake. */
export interface Problem {
  kind: 'input' | 'canceled' | 'defect';
  message: string;
  /** The mistake as data, where it is the user's. */
  mistake?: Mistake;
}

/** How far a long piece of work has come. */
export interface Progress {
  step: string;
  done: number;
  total: number;
}

export type Frame =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'result'; result: Result }
  | { kind: 'problem'; problem: Problem };

const KINDS = ['progress', 'result', 'problem'] as const;
const HEAD = 5;
const ARRAY_TYPES = { Float32Array, Float64Array, Int32Array, Uint16Array, Uint8Array };
type ArrayType = keyof typeof ARRAY_TYPES;

interface Packed {
  body: unknown;
  arrays: { name: string; type: ArrayType; offset: number; length: number }[];
}

/** A frame as bytes. */
export function encodeFrame(frame: Frame): Uint8Array {
  if (frame.kind === 'result') return framed('result', encodeResult(frame.result));
  return framed(frame.kind, encodeJson(frame.kind === 'progress' ? frame.progress : frame.problem));
}

/**
 * Reads frames from an answer as its pieces come in.
 *
 * @param onFrame told of each frame as soon as it is whole.
 * @returns takes the next piece.
 */
export function frameReader(onFrame: (frame: Frame) => void): (piece: Uint8Array) => void {
  let pieces: Uint8Array[] = [];
  let held = 0;
  let wanted = HEAD;
  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    while (held >= wanted) {
      const bytes = joined(pieces, held);
      const length = HEAD + new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true);
      pieces = [bytes];
      wanted = length;
      if (held < length) return;
      onFrame(decodeFrame(bytes.subarray(0, length)));
      const rest = bytes.slice(length);
      pieces = [rest];
      held = rest.length;
      wanted = HEAD;
    }
  };
}

function decodeFrame(bytes: Uint8Array): Frame {
  const kind = KINDS[bytes[0]];
  const content = bytes.slice(HEAD); // a copy starts at 0, where typed arrays are aligned
  if (kind === 'result') return { kind, result: decodeResult(content) };
  if (kind === 'progress') return { kind, progress: decodeJson(content) as Progress };
  if (kind === 'problem') return { kind, problem: decodeJson(content) as Problem };
  throw new Error(`frame of unknown kind ${bytes[0]}`);
}

function framed(kind: Frame['kind'], content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEAD + content.length);
  bytes[0] = KINDS.indexOf(kind);
  new DataView(bytes.buffer).setUint32(1, content.length, true);
  bytes.set(content, HEAD);
  return bytes;
}

/** Length of the JSON, the JSON, then the arrays, each on a multiple of eight. */
function encodeResult({ body, arrays }: Result): Uint8Array {
  const named = Object.entries(arrays);
  let offset = 0;
  const placed = named.map(([name, array]) => {
    const at = offset;
    offset += aligned(array.byteLength);
    return { name, type: array.constructor.name as ArrayType, offset: at, length: array.length };
  });
  const json = encodeJson({ body, arrays: placed } satisfies Packed);
  const start = aligned(4 + json.length);
  const bytes = new Uint8Array(start + offset);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  named.forEach(([, array], i) => {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + placed[i].offset);
  });
  return bytes;
}

function decodeResult(bytes: Uint8Array): Result {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { body, arrays } = decodeJson(bytes.subarray(4, 4 + length)) as Packed;
  const start = bytes.byteOffset + aligned(4 + length);
  const read = arrays.map(({ name, type, offset, length }): [string, TypedArray] => [
    name,
    new ARRAY_TYPES[type](bytes.buffer as ArrayBuffer, start + offset, length),
  ]);
  return { body, arrays: Object.fromEntries(read) };
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function decodeJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
