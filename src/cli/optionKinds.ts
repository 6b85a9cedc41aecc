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
