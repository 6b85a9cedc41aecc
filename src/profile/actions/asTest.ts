import { lowerFirst } from '../../core/columnNames';

/** Advice on groups that are no natural ones is worth a test, and no more. */
export function asTest<A extends { action: string; rule: string }>(advice: A): A {
  if (advice.rule === 'standard-program' || advice.rule === 'no-evidence') return advice;
  if (/^(?:test|try) /i.test(advice.action)) return advice; // it is one
  return { ...advice, action: `Try on a sample first: ${lowerFirst(advice.action)}` };
}
