/** What a Jupyter front end receives: one output in several formats. It shows the richest one it knows. */
export interface DisplayBundle {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

interface TslabJupyter {
  lastWriteDisplayData: ((bundle: DisplayBundle, update: boolean) => void) | null;
}

interface Publisher {
  sendTimeout: number;
  sendHighWaterMark: number;
  send(message: unknown): Promise<void>;
}

interface ZeroMQ {
  Publisher: { prototype: Publisher };
}

/**
 * The running notebook kernel's way to display a bundle, or undefined outside a notebook. Nothing is loaded: the
 * kernel that runs this code has loaded tslab already, from wherever it is installed. tslab's public API passes
 * one format a call; the function it uses inside takes a whole bundle.
 */
export function kernelDisplay(): ((bundle: DisplayBundle) => void) | undefined {
  const jupyter = loadedModule<TslabJupyter>(/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/);
  const write = jupyter?.lastWriteDisplayData;
  return write ? (bundle) => write(bundle, false) : undefined;
}

/**
 * Makes the kernel deliver every output. tslab sends each line as one message, waits for none, and ZeroMQ's
 * binding refuses all after 512 at once ("Socket is busy writing"): long output was cut, and the next figure lost.
 * A publishing socket never blocks, so with a send timeout of 0 the binding sends at once, and without a
 * high-water mark it drops nothing. Does nothing outside a notebook.
 */
export function deliverEveryOutput(): void {
  const zeromq = loadedModule<ZeroMQ>(/[\\/]zeromq[\\/]lib[\\/]index\.js$/);
  if (!zeromq || !kernelDisplay()) return;
  const { prototype } = zeromq.Publisher;
  const inherited = Object.getPrototypeOf(prototype).send;
  const before = Object.getOwnPropertyDescriptor(prototype, 'send') ?? {
    configurable: true,
    value: inherited,
  };
  // The kernel does not expose its socket: it is caught at its next message.
  Object.defineProperty(prototype, 'send', { configurable: true, value: sendAfterSetting });
  function sendAfterSetting(this: Publisher, message: unknown): Promise<void> {
    Object.defineProperty(prototype, 'send', before);
    this.sendTimeout = 0;
    this.sendHighWaterMark = 0;
    return this.send(message);
  }
}

function loadedModule<T>(path: RegExp): T | undefined {
  const found = Object.keys(require.cache).find((name) => path.test(name));
  return found ? (require.cache[found]?.exports as T) : undefined;
}
