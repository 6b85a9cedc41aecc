import { type Mistake, messageParts } from '../../../core/errors';
import { byRole, ROLE_NAMES } from '../../../features/rfm/transactionRoles';
import type { Reading } from '../../reading';
import { SETTINGS } from '../../settings';

const FIELDS = [
  ...['as', 'sheet', 'decimal', 'dateFormat', 'asOf', 'delimiter', 'encoding'],
  ...['money', 'onlyCurrency', 'amountPer'],
];

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
  as: 'One row is',
  sheet: 'Sheet',
  decimal: 'Decimal separator',
  dateFormat: 'Date format',
  asOf: 'Count days up to',
  delimiter: 'Delimiter',
  encoding: 'Encoding',
  money: 'Revenue',
  onlyCurrency: 'Only this currency',
  amountPer: 'An amount is that of',
  ...byRole(({ title }) => title),
  ...Object.fromEntries(Object.entries(SETTINGS).map(([name, { title }]) => [name, title])),
};
