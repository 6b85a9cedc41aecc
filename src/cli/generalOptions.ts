/** Options that every command has. */
export const GENERAL_OPTIONS = {
  json: { type: 'boolean', describe: 'Print one JSON document on stdout and nothing else there' },
  quiet: { type: 'boolean', alias: 'q', describe: 'Print only errors (and the JSON document)' },
  help: { type: 'boolean', alias: 'h' },
  version: { type: 'boolean' },
} as const;
