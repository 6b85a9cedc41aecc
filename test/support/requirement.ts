/** What a test needs from the machine, and how to get it. */
export interface Requirement {
  met: boolean;
  /** Said when it is not met: what is missing and the remedy. */
  reason: string;
}

/**
 * `describe`, where the machine has what the tests need. Elsewhere they are skipped with the reason in their
 * name; in CI (`CI=true`) that is a failure.
 */
export function describeWith({ met, reason }: Requirement, name: string, body: () => void): void {
  const missing = () => {
    test('has what it needs', () => {
      throw new Error(reason);
    });
  };
  if (met) describe(name, body);
  else if (process.env.CI === 'true') describe(name, missing);
  else describe.skip(`${name} — SKIPPED: ${reason}`, body);
}
