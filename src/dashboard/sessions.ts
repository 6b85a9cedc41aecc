import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../core/errors';
import { splitEnding } from '../datasets/read/formats';
import { makeTemporaryFolder, removeQuietly } from '../datasets/write/temporaryFolder';
import type { Reading } from './reading';
import { TemporaryFolder } from './temporaryFolder';

/** A file that a tab has sent. */
export interface Upload {
  id: string;
  /** As the user calls it; never part of a path. */
  name: string;
  path: string;
  bytes: number;
  /** How it is to be read. */
  reading: Reading;
  /** Whether it is a model that was saved, not a table. */
  isModel?: boolean;
}

/** A file of a tab that is on its way. */
export interface PendingUpload {
  id: string;
  path: string;
  /** How much of it is here. */
  bytes: number;
  /** Known once it is here. */
  isModel?: boolean;
}

/** One tab of a browser. What it sent is seen by no other. */
export interface Session {
  /** Hard to guess: who knows it is the tab. */
  token: string;
  /** The token before, while nobody has asked by the one now: its answer may not have reached the page. */
  former?: string;
  uploads: Map<string, Upload>;
  /** Its own folder for uploads. */
  folder: string;
  lastSeen: number;
  /** Who asked for it, by address. */
  client: string;
  /** Whether anything was asked by its token. */
  used: boolean;
}

/** How much tabs may hold. */
export interface SessionLimits {
  /** Tabs at once; to free space one goes that was never used, otherwise the one silent longest. */
  sessions: number;
  /** Tabs of one client that were asked for and never used; the oldest goes. */
  unused: number;
  /** Files of one tab at once; the oldest is removed to free space. */
  uploads: number;
  /** All files of all tabs together. */
  bytes: number;
  /** Silence after which a tab is forgotten, in ms. */
  idle: number;
}

/** The tabs there are. `onForget` is told of every upload that is gone. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();
  private readonly coming = new Set<PendingUpload>();
  private readonly root = new TemporaryFolder('segmentation-uploads-');
  private readonly sweeper: NodeJS.Timeout;

  constructor(
    private readonly limits: SessionLimits,
    private readonly onForget: (upload: Upload, session: Session) => void,
  ) {
    this.sweeper = setInterval(() => this.sweep(Date.now()), Math.min(limits.idle, 60_000));
    this.sweeper.unref();
  }

  /** A new tab. A program that asks for hundreds of them takes them from itself, not from tabs in use. */
  create(client = ''): Session {
    const unused = this.all().filter((session) => !session.used && session.client === client);
    if (unused.length >= this.limits.unused) this.forget(longestSilent(unused));
    if (this.sessions.size >= this.limits.sessions) this.forget(this.leastNeeded());
    const token = newToken();
    const session: Session = {
      token,
      uploads: new Map(),
      folder: this.newFolder(),
      lastSeen: Date.now(),
      client,
      used: false,
    };
    this.sessions.set(token, session);
    return session;
  }

  /** The tab of that token; undefined where there is none (any more). */
  find(token: unknown): Session | undefined {
    const session = typeof token === 'string' ? this.sessions.get(token) : undefined;
    if (!session) return undefined;
    session.lastSeen = Date.now();
    session.former = undefined;
    session.used = true;
    return session;
  }

  /**
   * The tab whose page was left and is there again. It goes on by a new token: of a tab that was copied meanwhile,
   * token and all, the first to come back is the tab.
   */
  resume(token: unknown): Session | undefined {
    if (typeof token !== 'string') return undefined;
    const session = this.all().find((one) => one.token === token || one.former === token);
    if (!session) return undefined;
    this.sessions.delete(session.token);
    Object.assign(session, { token: newToken(), former: token, lastSeen: Date.now(), used: true });
    this.sessions.set(session.token, session);
    return session;
  }

  /**
   * Where the next file of the tab goes. Of the name that the user gave it, the path holds a usual ending at most.
   * It ends with `keep` or `giveUp`.
   */
  reserve(session: Session, name: string): PendingUpload {
    if (!existsSync(session.folder)) session.folder = this.newFolder();
    const id = randomUUID();
    const [, ending] = splitEnding(name);
    const coming = { id, path: join(session.folder, `${id}${ending.toLowerCase()}`), bytes: 0 };
    this.coming.add(coming);
    return coming;
  }

  /**
   * The pieces of a file on its way, counted.
   * @throws InputError, when all came in, where the tabs hold as much as they may.
   */
  async *counted(coming: PendingUpload, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let full = false;
    for await (const piece of pieces) {
      full ||= !this.hasRoomFor(piece.length);
      if (full) continue; // a browser that is cut off while it sends shows no answer
      coming.bytes += piece.length;
      yield piece;
    }
    if (full) {
      throw new InputError(
        'too-large',
        'The dashboard has reached its file limit. Close other tabs, or restart it.',
      );
    }
  }

  /** Keeps a file that has come in whole; false when its tab was forgotten meanwhile. */
  keep(session: Session, coming: PendingUpload, name: string): boolean {
    if (this.sessions.get(session.token) !== session) return false;
    this.coming.delete(coming);
    session.uploads.set(coming.id, { ...coming, name, reading: {} });
    for (const old of session.uploads.values()) {
      if (session.uploads.size <= this.limits.uploads) break;
      this.drop(session, old);
    }
    return true;
  }

  /** Leaves nothing of a file that did not come in. */
  giveUp(coming: PendingUpload): void {
    this.coming.delete(coming);
    removeQuietly(coming.path);
  }

  /** Forgets tabs after a long time without activity. */
  sweep(now: number): void {
    for (const session of this.sessions.values()) {
      if (now - session.lastSeen > this.limits.idle) this.forget(session);
    }
  }

  close(): void {
    clearInterval(this.sweeper);
    this.sessions.clear();
    this.root.remove();
  }

  private newFolder(): string {
    return makeTemporaryFolder(join(this.root.path, 'tab-'));
  }

  private hasRoomFor(bytes: number): boolean {
    const uploads = this.all().flatMap((session) => [...session.uploads.values()]);
    const held = [...uploads, ...this.coming].reduce((sum, file) => sum + file.bytes, 0);
    return held + bytes <= this.limits.bytes;
  }

  private forget(session: Session): void {
    for (const upload of session.uploads.values()) this.drop(session, upload);
    removeQuietly(session.folder);
    this.sessions.delete(session.token);
  }

  private drop(session: Session, upload: Upload): void {
    session.uploads.delete(upload.id);
    removeQuietly(upload.path);
    this.onForget(upload, session);
  }

  private all(): Session[] {
    return [...this.sessions.values()];
  }

  private leastNeeded(): Session {
    const unused = this.all().filter(({ used }) => !used);
    return longestSilent(unused.length > 0 ? unused : this.all());
  }
}

function longestSilent(sessions: readonly Session[]): Session {
  return sessions.reduce((a, b) => (a.lastSeen <= b.lastSeen ? a : b));
}

function newToken(): string {
  return randomBytes(24).toString('base64url');
}
