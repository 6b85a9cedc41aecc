import { renamedFields } from './renamedFields';

/** A model file of version 1 in the form of version 2; what is damaged stays so. */
export function fromVersion1(json: object): object {
  const { eps, rule, columns, profiles, choice, structureWords, ...rest } = json as Version1; // lint-words: allow
  return {
    ...rest,
    version: 2,
    columns,
    profiles: inAmericanSpelling(profiles),
    structureSummary: structureWords, // lint-words: allow
    choice: upgradedChoice(choice),
    ownChoice: null,
    found: typeof eps === 'number' ? { eps } : {},
    rule: upgradedRule(rule, columns),
  };
}

/** What version 1 had otherwise than version 2. Nothing is known of a file yet. */
interface Version1 {
  version: 1;
  eps?: unknown;
  rule?: unknown;
  columns?: unknown;
  profiles?: unknown;
  choice?: unknown;
  structureWords?: unknown; // lint-words: allow
}

/** The verdict on the structure was put in `words`, and silhouettes of reference data were called null. */
function upgradedChoice(choice: unknown): unknown {
  if (typeof choice !== 'object' || choice === null) return choice;
  return renamedFields(choice, {
    words: 'summary',
    nullSilhouette: 'referenceSilhouette', // lint-words: allow
    nullSilhouetteSpread: 'referenceSilhouetteSpread',
  });
}

/** Rules had a type; centers were spelled 'centres'; which columns are categories was known from the columns. */ // lint-words: allow
function upgradedRule(rule: unknown, columns: unknown): unknown {
  if (typeof rule !== 'object' || rule === null) return rule;
  const { type, centres, ...kept } = rule as { type?: unknown; centres?: unknown }; // lint-words: allow
  if (centres !== undefined) return { centers: centres, ...kept }; // lint-words: allow
  return type === 'prototypes' ? { ...kept, categoricalColumns: categoriesAmong(columns) } : kept;
}

function categoriesAmong(columns: unknown): unknown {
  if (!Array.isArray(columns)) return [];
  return Array.from(columns.keys()).filter((j) => columns[j]?.kind === 'category');
}

/** Every effect held how far apart the means are in standard deviations, as `standardised`. */ // lint-words: allow
function inAmericanSpelling(profiles: unknown): unknown {
  return renamedFields(profiles, { standardised: 'standardized' }); // lint-words: allow
}
