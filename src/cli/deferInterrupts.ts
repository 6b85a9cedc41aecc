const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that takes moments and must not stop half-way, such as giving finished files their names: signals that
 * come meanwhile are passed by. All other work is ended by them at once.
 */
export function deferInterrupts<T>(work: () => T): T {
  const passBy = () => {};
  for (const signal of SIGNALS) process.on(signal, passBy);
  try {
    return work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, passBy);
  }
}
