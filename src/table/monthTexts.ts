import { withoutAccents } from '../core/withoutAccents';
import { monthNamed } from './recognize/dayText';

/** '08/2026', '2026-08' and '2024-Q3'. */
const MONTH_IN_DIGITS = /^(?:(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d|(?:19|20)\d\d[/.-](?:0?[1-9]|1[0-2]))$/;
const QUARTER = /^(?:Q[1-4][ /-]?(?:19|20)\d\d|(?:19|20)\d\d[ /-]?Q[1-4])$/i;
/** 'Aug 2026', 'August-26', "Mar '24". */
const MONTH_BY_NAME = /^(\p{L}{3,12})\.?(?:[ -]['’]?|['’])(?:(?:19|20)\d\d|\d\d)$/u;
/** 'Aug 26', which may be anything else with a number. */
const BARE = /^(\p{L}{3,12})\.? \d\d$/u;

// cspell:disable
/** Names of months, accents left off, that are other words, names or shortened words as well: 'Set 12', 'Gen 20', 'June 12'. */
const OTHER_WORDS = new Set(
  'jan,ene,gen,sty,lut,mar,march,mars,marts,april,may,mai,mei,maj,mag,jun,june,juni,jul,juli,lug,lip,august,ago,sie,set,out,paz,dec,des,dic,lis,gru'.split(
    ',',
  ),
);
// cspell:enable

/** Whether texts are months or quarters of a year, without a day: they are dates rather than categories. */
export function areMonths(texts: readonly string[]): boolean {
  const trimmed = texts.map((text) => text.trim());
  return trimmed.length > 1 && trimmed.every(isMonth) && !trimmed.every(mayBeOther);
}

function isMonth(text: string): boolean {
  if (MONTH_IN_DIGITS.test(text) || QUARTER.test(text)) return true;
  const name = MONTH_BY_NAME.exec(text)?.[1];
  return name !== undefined && monthNamed(name) !== undefined;
}

/** Among such texts one month whose name is no other word is enough: twelve months hold several. */
function mayBeOther(text: string): boolean {
  const name = BARE.exec(text)?.[1];
  return name !== undefined && OTHER_WORDS.has(withoutAccents(name.toLowerCase()));
}
