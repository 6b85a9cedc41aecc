/** Options that every command has. */
export const GENERAL_OPTIONS = ['json', 'quiet', 'help', 'version'] as const;
