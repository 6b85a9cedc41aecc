import type { TSchema } from '../core/schema';
import { type ResolvedOptions, SEGMENTATION_OPTIONS } from '../segmentation/options';
import { requestSchema } from './requestSchema';

/** Options of `Segmentation` that the dashboard takes from the table rather than from the page. */
const OF_THE_TABLE = [
  'id',
  'value',
  'log',
  'names',
  'labels',
  'units',
  'asOf',
  'rowsAreCustomers',
  'missingCodes',
  'keepMissing',
  'customerRows',
] as const;

type OptionOfTheTable = (typeof OF_THE_TABLE)[number];

/** The options of `Segmentation` that the page offers, by name. */
export const SETTINGS: Readonly<Record<string, TSchema>> = Object.fromEntries(
  Object.entries(SEGMENTATION_OPTIONS.properties).filter(
    ([name]) => !OF_THE_TABLE.includes(name as OptionOfTheTable),
  ),
);

/** What the page has set. What is left to the engine (the default of some options) is undefined. */
export type Settings = {
  [Name in Exclude<keyof ResolvedOptions, OptionOfTheTable>]: Setting<ResolvedOptions[Name]>;
};

/** A word beside a number, or nothing, leaves the choice to the engine. */
type Setting<Value> = number extends Value
  ? Extract<Value, string> extends never
    ? Value
    : number | undefined
  : null extends Value
    ? Exclude<Value, null> | undefined
    : Value;

/** The names of all settings. */
export type SettingName = keyof Settings;

/** What requests and links may hold of a setting. */
export function allowedSetting(name: string): TSchema {
  return requestSchema(SETTINGS[name]);
}
