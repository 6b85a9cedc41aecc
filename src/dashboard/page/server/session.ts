import { signal } from '@preact/signals';
import { problemOf, request } from './request';

/**
 * Who this tab is to the server. The token lives in memory; it is in the tab's storage only while no page of ours is
 * there to use it, so that a tab that is duplicated finds none. A page that takes it up is given another.
 */

/** A file of this tab. */
export interface OwnFile {
  id: string;
  title: string;
}

/** The files that this tab has sent. */
export const ownFiles = signal<readonly OwnFile[]>([]);

/** The names of those that the server has forgotten. */
export const lostFiles = signal<readonly string[]>([]);

const KEPT = 'tab';
let known: string | undefined;
let asked: Promise<string> | undefined;

/** The token of this tab. @throws RequestProblem when none is given. */
export function token(): Promise<string> {
  asked ??= begin().catch((error) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** The server does not know this token any more: whoever asks next starts over. */
export function isUnknown(refused: Promise<string>): void {
  if (refused === asked) asked = undefined; // else somebody has started over already
}

async function begin(): Promise<string> {
  await wanted();
  takeUp();
  const headers: HeadersInit = known === undefined ? {} : { 'x-session': known };
  const response = await request('/api/sessions', { method: 'POST', headers });
  if (!response.ok) throw await problemOf(response);
  const { token, resumed } = await response.json();
  known = token;
  if (!resumed) loseFiles();
  return token;
}

function loseFiles(): void {
  if (ownFiles.value.length === 0) return;
  lostFiles.value = ownFiles.value.map(({ title }) => title);
  ownFiles.value = [];
}

/** A page that the browser loads in case it is wanted waits until it is: the tab has another meanwhile. */
async function wanted(): Promise<void> {
  if (!(document as { prerendering?: boolean }).prerendering) return;
  await new Promise((done) => document.addEventListener('prerenderingchange', done, { once: true }));
}

function takeUp(): void {
  try {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (kept === null) return;
    const { token, files } = JSON.parse(kept) as { token: string; files: OwnFile[] };
    known = token;
    ownFiles.value = files;
  } catch {
    // Storage may be forbidden; then the tab starts over.
  }
}

addEventListener('pagehide', () => {
  try {
    if (known !== undefined)
      sessionStorage.setItem(KEPT, JSON.stringify({ token: known, files: ownFiles.value }));
  } catch {
    // Storage may be forbidden; then the next page starts over.
  }
});

// A page that the browser kept as it was: another may have used the token meanwhile.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) asked = undefined;
});
