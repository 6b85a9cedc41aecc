/** '08/2026', '2026-08' and '2024-Q3'. */
const MONTH_IN_DIGITS = /^(?:(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d|(?:19|20)\d\d[/.-](?:0?[1-9]|1[0-2]))$/;
const QUARTER = /^(?:Q[1-4][ /-]?(?:19|20)\d\d|(?:19|20)\d\d[ /-]?Q[1-4])$/i;
/** 'Aug 2026', 'August-26': names of months in several languages begin with these letters. */
const MONTH_BY_NAME = /^(\p{L}{3,10})\.?[ -]'?(?:(?:19|20)\d\d|\d\d)$/u;
// cspell:disable-next-line
const MONTHS =
  'jan,feb,mar,mär,maa,apr,may,mai,mag,mei,jun,jui,giu,jul,lug,aug,aoû,ago,sep,set,oct,okt,ott,out,nov,dec,dez,déc,dic,dev,fév,fev,avr,abr,ene,gen,mrt,maj'.split(
    ',',
  );

/** Whether texts are months or quarters of a year, without a day: they are dates rather than categories. */
export function areMonths(texts: readonly string[]): boolean {
  return texts.length > 1 && texts.every((text) => isMonth(text.trim()));
}

function isMonth(text: string): boolean {
  if (MONTH_IN_DIGITS.test(text) || QUARTER.test(text)) return true;
  const name = MONTH_BY_NAME.exec(text)?.[1].toLowerCase();
  return name !== undefined && MONTHS.some((beginning) => name.startsWith(beginning));
}
