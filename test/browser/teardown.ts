/** Ends what `setup.ts` started. */
export default async function tearDown(): Promise<void> {
  await (globalThis as unknown as { endShared?: () => Promise<unknown> }).endShared?.();
}
