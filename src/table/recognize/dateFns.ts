import type { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { format } from 'date-fns/format';
import type { isValid } from 'date-fns/isValid';
import type { parse } from 'date-fns/parse';
import type { parseISO } from 'date-fns/parseISO';

/** What is used of date-fns. */
export interface DateFns {
  differenceInCalendarDays: typeof differenceInCalendarDays;
  format: typeof format;
  isValid: typeof isValid;
  parse: typeof parse;
  parseISO: typeof parseISO;
}

let loaded: DateFns | undefined;

/** date-fns, loaded with the first date: tables without dates need not pay its 9 MB of memory. */
export function dateFns(): DateFns {
  loaded ??= {
    ...require('date-fns/differenceInCalendarDays'),
    ...require('date-fns/format'),
    ...require('date-fns/isValid'),
    ...require('date-fns/parse'),
    ...require('date-fns/parseISO'),
  } as DateFns;
  return loaded;
}
