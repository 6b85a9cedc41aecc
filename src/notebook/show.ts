import { InputError } from '../core/errors';
import { phrase } from '../core/phrase';
import { staticPicture } from '../report/staticPicture';
import { tableHtml } from '../report/tableHtml';
import { tableText } from '../report/tableText';
import { figureBundle, figureText, PLOTLY_MIME } from './figureBundle';
import { type DisplayBundle, deliverEveryOutput, kernelDisplay } from './kernel';
import { type Showable, type Shown, shown } from './showable';

deliverEveryOutput();

/**
 * Displays figures, tables, segmentations and choices of k, in the order given. It returns when all of them have been
 * sent, so outputs appear in the cell that called it; given a promise, such as that of `readTable`, it returns one too,
 * which a cell awaits.
 *
 * In a notebook a figure is live in JupyterLab, Notebook 7, VS Code and in the HTML page that `npm run notebooks`
 * writes; where a Chrome is found, a still picture goes with it for viewers that show nothing else (the first
 * takes about a second, each later one some tenths; set the environment variable
 * `CUSTOMER_SEGMENTATION_STATIC=off` to leave it out). A table is HTML. Of a data frame, or of
 * columns by name, with more than 10 rows the first 5 are shown. Of a segmentation its profiles and its verdict are.
 *
 * Outside a notebook tables are printed as aligned text, and of a figure its title and what it shows in words.
 *
 * @throws InputError for anything else, or nothing.
 *
 * @example
 * show(histogram(customers, { columns: ['Income'] }));
 * show(profileTable(profiles), actionTable(profiles));
 * show(customers); // a DataFrame
 */
export function show(...things: Showable[]): void;
export function show(...things: (Showable | PromiseLike<Showable>)[]): Promise<void>;
export function show(...things: (Showable | PromiseLike<Showable>)[]): void | Promise<void> {
  if (things.length === 0)
    throw new InputError('wrong-type', 'show() got nothing', {
      remedy: 'pass a figure, a table or a data frame',
    });
  if (things.some(isPromise)) return Promise.all(things).then((all) => display(all));
  display(things);
}

/** Displays a value where `show` knows it, and says whether it did: for the last expression of a cell. @internal */
export function showIfKnown(thing: unknown): boolean {
  if (!shown(thing)) return false;
  display([thing]);
  return true;
}

function display(things: readonly unknown[]): void {
  const send = kernelDisplay();
  for (const thing of things.map(known)) {
    if (send) {
      announce(thing);
      send(bundle(thing));
    } else console.log(asText(thing));
  }
}

/** The headless runner listens, to notice a figure that never arrived. */
function announce(thing: Shown): void {
  const listener = (globalThis as Record<symbol, unknown>)[Symbol.for('customer-segmentation.announce')];
  if (typeof listener === 'function' && 'figure' in thing) listener([PLOTLY_MIME], figureText(thing.figure));
}

function bundle(thing: Shown): DisplayBundle {
  if ('figure' in thing) return figureBundle(thing.figure, staticPicture(thing.figure));
  const { table, note } = thing;
  const data = { 'text/html': tableHtml(table, note), 'text/plain': tableText(table, note) };
  return { data, metadata: {} };
}

function asText(thing: Shown): string {
  return 'figure' in thing ? figureText(thing.figure) : `${tableText(thing.table, thing.note)}\n`;
}

function known(thing: unknown): Shown {
  const found = shown(thing);
  if (found) return found;
  throw new InputError(
    'wrong-type',
    'show() displays a figure, a table, a data frame, a segmentation or a choice of k',
    {
      remedy: phrase`it got ${{ value: thing }} (console.log prints any value)`,
    },
  );
}

function isPromise(thing: unknown): thing is PromiseLike<unknown> {
  return typeof (thing as PromiseLike<unknown> | null)?.then === 'function';
}
