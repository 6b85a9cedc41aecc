import { optionKind } from '../../../core/optionKind';
import { isAllowed } from '../../../core/resolveOptions';
import { allowedSetting, SETTINGS, type Settings } from '../../settings';

/** How lists are written in an address: each of their members by itself. */
export const MEMBER_NAMES: Readonly<Record<string, string>> = { columns: 'column' };

/** The settings that follow from the table as long as nobody has chosen. */
export const LEFT_TO_THE_ENGINE: Partial<Settings> = Object.fromEntries(
  Object.keys(SETTINGS)
    .filter((name) => standing(name) === undefined)
    .map((name) => [name, undefined]),
);

/** The settings that an address holds; what it says wrongly is as if it were not there. */
export function readSettings(given: URLSearchParams): Settings {
  const read = Object.keys(SETTINGS).map((name) => [name, valueIn(given, name) ?? standing(name)]);
  return Object.fromEntries(read) as Settings;
}

function valueIn(given: URLSearchParams, name: string): unknown {
  const kind = optionKind(SETTINGS[name]);
  const texts = given.getAll(MEMBER_NAMES[name] ?? name);
  if (texts.length === 0) return undefined;
  if (kind === 'list') return texts;
  const value = kind === 'number' ? numberIn(texts[0]) : kind === 'flag' ? texts[0] === 'true' : texts[0];
  return isAllowed(allowedSetting(name), value) ? value : undefined;
}

function numberIn(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

/** What an option is where nothing is said; undefined: the engine decides. */
function standing(name: string): unknown {
  const { default: value } = SETTINGS[name];
  const isLeft = value === null || (optionKind(SETTINGS[name]) === 'number' && typeof value === 'string');
  return isLeft ? undefined : value;
}
