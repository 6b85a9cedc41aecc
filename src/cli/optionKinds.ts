import { mustBe } from '../core/options';
import { remembering } from './refusals';

/** An option whose value is text. */
export function textOption(describe: string) {
  return { type: 'string', requiresArg: true, describe } as const;
}

/** Where results go unless that is said. */
export const DEFAULT_FOLDER = 'out';

/** The folder that results go to. */
export function folderOption(describe: string) {
  return { type: 'string', alias: 'o', requiresArg: true, describe, default: DEFAULT_FOLDER } as const;
}

/** An option that is given or not. */
export function flag(describe: string) {
  return { type: 'boolean', describe, default: false } as const;
}

/** An option whose value is a number. @param name for the message where it is none. */
export function numberOption(name: string, describe: string) {
  return {
    requiresArg: true,
    describe,
    coerce: remembering((text) => toNumber(name, text)),
  } as const;
}

function toNumber(name: string, text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw mustBe(name, text, 'a number');
  return value;
}
