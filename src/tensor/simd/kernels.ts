import { InputError } from '../../core/errors';
import { KERNELS } from './kernelBytes';

/** What the WebAssembly module exports. `assembly/` says what each does; places in memory are in bytes. */
interface Kernels {
  memory: WebAssembly.Memory;
  nextRow: WebAssembly.Global;
  nearestTwo(
    rows: number,
    cols: number,
    list: number,
    count: number,
    centers: number,
    padded: number,
    labels: number,
    least: number,
    second: number,
  ): void;
  screen(
    from: number,
    rows: number,
    labels: number,
    upper: number,
    lower: number,
    moved: number,
    halfway: number,
    most: number,
    mover: number,
    mostOfOthers: number,
    list: number,
    longest: number,
  ): number;
  settle(
    list: number,
    count: number,
    found: number,
    least: number,
    second: number,
    error: number,
    labels: number,
    upper: number,
    lower: number,
    out: number,
  ): number;
  tryFour(
    rows: number,
    count: number,
    cols: number,
    tried: number,
    closest: number,
    weights: number,
    keptA: number,
    keptB: number,
    keptC: number,
    keptD: number,
    potentials: number,
  ): void;
  distancesFrom(columns: number, rows: number, cols: number, row: number, out: number): void;
  addToCells(
    distances: number,
    row: number,
    starts: number,
    first: number,
    cells: number,
    toCell: number,
    sums: number,
  ): void;
}

const PAGE = 65_536;
const ALIGNED = 16;
/** Memory that is kept when nothing is lent any more: what large tables took is given back. */
const KEPT = 64 * 2 ** 20;

/** A stretch of the kernels' memory. */
export interface Block {
  readonly at: number;
  readonly bytes: number;
}

let compiled: WebAssembly.Module | undefined;
let running: Kernels | undefined;
/** In order of their places. */
const lent: Block[] = [];

/** The kernels, with the memory that blocks are lent from. */
export function kernels(): Kernels {
  compiled ??= new WebAssembly.Module(Buffer.from(KERNELS, 'base64'));
  running ??= new WebAssembly.Instance(compiled).exports as unknown as Kernels;
  return running;
}

/**
 * A block of memory until it is given back. The memory may have to grow: views of it that were made before are good no
 * longer.
 * @throws InputError where there is no room for it: 4 GiB is all there can be.
 */
export function lend(bytes: number): Block {
  let at = 0;
  let place = 0;
  for (const block of lent) {
    if (at + bytes <= block.at) break;
    at = Math.ceil((block.at + block.bytes) / ALIGNED) * ALIGNED;
    place++;
  }
  const { memory } = kernels();
  const missing = at + bytes - memory.buffer.byteLength;
  if (missing > 0) grow(memory, missing);
  const block = { at, bytes };
  lent.splice(place, 0, block);
  return block;
}

/** One block of several parts, of so many bytes each. */
export function lendParts(sizes: readonly number[]): { block: Block; places: number[] } {
  const aligned = sizes.map((bytes) => Math.ceil(bytes / ALIGNED) * ALIGNED);
  const block = lend(aligned.reduce((sum, bytes) => sum + bytes, 0));
  let at = block.at;
  const places = aligned.map((bytes) => {
    at += bytes;
    return at - bytes;
  });
  return { block, places };
}

function grow(memory: WebAssembly.Memory, bytes: number): void {
  try {
    memory.grow(Math.ceil(bytes / PAGE));
  } catch (cause) {
    throw new InputError('too-large', 'the table is too large: WebAssembly holds 4 GiB at most', {
      remedy: 'take a sample of its rows',
      cause,
    });
  }
}

/** Once is enough: what was given back already may be lent to others by now. */
export function giveBack(block: Block): void {
  const place = lent.indexOf(block);
  if (place < 0) return;
  lent.splice(place, 1);
  if (lent.length === 0 && kernels().memory.buffer.byteLength > KEPT) running = undefined;
}
