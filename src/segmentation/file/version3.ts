import { renamedFields } from './renamedFields';

/** A model file of version 3 in the form of version 4: explanations had a name of their own in each place. */
export function fromVersion3(json: object): object {
  const { notes, ignoredColumns, profiles, ...rest } = json as Version3;
  return {
    ...rest,
    version: 4,
    warnings: notes,
    ignoredColumns: renamedFields(ignoredColumns, { why: 'reason' }),
    profiles: renamedFields(profiles, { words: 'text', because: 'reason' }),
  };
}

/** What version 3 had otherwise than version 4. Nothing is known of a file yet. */
interface Version3 {
  version: 3;
  notes?: unknown;
  ignoredColumns?: unknown;
  profiles?: unknown;
}
