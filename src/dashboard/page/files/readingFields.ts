import { type Mistake, messageParts } from '../../../core/errors';
import { choiceWords, optionKind } from '../../../core/optionKind';
import type { TSchema } from '../../../core/schema';
import { byRole, ROLE_NAMES } from '../../../features/rfm/transactionRoles';
import { READING_OPTIONS, type Reading } from '../../reading';
import { SETTINGS } from '../../settings';

const OPTIONS: Readonly<Record<string, TSchema>> = READING_OPTIONS.properties;

/** The options that one field of the form settles. */
const FIELDS = Object.keys(OPTIONS).filter((name) => ['choice', 'text'].includes(optionKind(OPTIONS[name])!));

/** The first of the choices where nothing said means that it is recognized. */
export const DETECTED = ['', 'Detect automatically'] as const;

/** The words of an option with their titles, as a menu offers them. */
export function choicesOf(option: TSchema): [word: string, title: string][] {
  return choiceWords(option).map(({ word, title }) => [word, title]);
}

/** What a form says of a reading; empty fields say nothing. */
export function readingOf(form: FormData): Reading {
  const given = Array.from(form.entries()).filter((entry): entry is [string, string] => entry[1] !== '');
  const plain = given.filter(([name]) => FIELDS.includes(name));
  const roles = given
    .filter(([name]) => name.startsWith('role-'))
    .map(([name, value]) => [name.slice('role-'.length), value]);
  const columns = columnsOf(Object.fromEntries(given));
  return {
    ...Object.fromEntries(plain),
    ...(roles.length > 0 && { roles: Object.fromEntries(roles) }),
    ...(columns.length > 0 && { columns }),
  };
}

/** The fields of one column are numbered, since a name may be anything. */
function columnsOf(given: Readonly<Record<string, string>>): NonNullable<Reading['columns']> {
  return Object.entries(given).flatMap(([field, name]) => {
    const place = /^column-(\d+)$/.exec(field)?.[1];
    if (place === undefined) return [];
    const [is, unit] = [given[`is-${place}`], given[`unit-${place}`]];
    if (is === undefined && unit === undefined) return [];
    return [{ name, ...(is && { is }), ...(unit && { unit }) } as NonNullable<Reading['columns']>[number]];
  });
}

/** The field that settles a mistake, if there is one. */
export function fieldOf(mistake: Mistake): string | undefined {
  const named = messageParts(mistake).flatMap((part) =>
    typeof part === 'object' && 'option' in part ? [part.option] : [],
  );
  const plain = named.find((option) => FIELDS.includes(option));
  return (
    plain ??
    named
      .filter((option) => (ROLE_NAMES as readonly string[]).includes(option))
      .map((role) => `role-${role}`)[0]
  );
}

/** What the fields are called on the form, and the settings beside it. */
export const TITLES: Readonly<Record<string, string>> = {
  ...titlesOf(OPTIONS),
  ...byRole(({ title }) => title),
  ...titlesOf(SETTINGS),
};

function titlesOf(options: Readonly<Record<string, TSchema>>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([name, { title = name }]) => [name, title]));
}
