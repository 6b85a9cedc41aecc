/** What the engine throws where something is larger than it can hold, however much memory there is. */
const EXHAUSTED = [
  'Map maximum size exceeded',
  'Set maximum size exceeded',
  'Invalid array length',
  'Invalid string length',
  'Invalid typed array length',
  'Array buffer allocation failed',
  'Cannot create a string longer than',
];

/** What there is to say of work on a table that is too large to be held; undefined for any other error. */
export function exhaustedText(error: unknown): string | undefined {
  if (!(error instanceof Error) || !EXHAUSTED.some((words) => error.message.startsWith(words)))
    return undefined;
  return 'this table is too large to be held at once; keep only the columns that you need, or a random sample of the rows';
}
