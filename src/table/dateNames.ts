import { columnLabel, lowerFirst, wordsOf } from '../core/columnNames';
import { withoutAccents } from '../core/withoutAccents';

/** What a day says of a customer: how long ago something was last done, since when there is a customer, or an age. */
export type DateRole = 'recency' | 'tenure' | 'birth';

/** Beginnings of words, in English, German, French, Spanish, Italian, Portuguese, Dutch and some more, accents left off. */
const STEMS: Readonly<Record<DateRole, readonly string[]>> = {
  birth: stems(
    'birth,born,dob,geburt,geboren,naissance,nacimiento,nascita,nascimento,geboorte,cumplean,compleanno,urodzen,narozen,fodels,fødsel,født,synty,рожден,γεννησ,生年月日,誕生,出生,生日',
  ),
  recency: stems(
    'last,latest,recent,letzt,zuletzt,dernier,ultim,laatst,ostatni,posledn,senast,sidste,siste,viimei,последн,τελευται,最終,最近,直近,最后,上次',
  ),
  tenure: stems(
    'first,signup,signed,regist,joined,joining,join,enrol,created,creation,since,opened,acquired,acquisition,onboard,activated,activation,erst,anmeld,angemeld,eintritt,beitritt,seit,premier,depuis,inscri,adhes,primer,primeir,desde,alta,prima,primo,iscri,cadastr,adesao,eerst,aanmeld,ingeschreven,inschrij,sinds,rejestr,регистр,εγγραφ,入会,登録,注册,加入',
  ),
};

/** 'Sign up', 'member since': a first word alone says nothing. */
const PAIRS: ReadonlySet<string> = new Set(['sign up', 'start date']);

/** Days that lie ahead, or that the system wrote and not the customer. */
const NOT_THE_CUSTOMERS = stems(
  'next,end,expir,renew,due,until,valid,updat,modif,chang,sync,export,import,cancel,churn,delet,clos,ende,ablauf,kundig,gultig,bis,nachst,aktualis,gean,fin,echeance,prochain,proxim,vencim,scaden,caduc,volgend,einde,verval,name,email,mail',
);

/** Words of the names of columns that hold days, whatever of. */
const DATE_WORDS: ReadonlySet<string> = new Set(
  'date,dates,datum,fecha,data,dt,day,timestamp,datetime,time,at,ts,jour,dia,giorno,tag,dag'.split(','),
);

/** Beginnings of words that a name has which holds amounts, counts or scores. */
const QUANTITIES = stems(
  'amount,value,spen,price,cost,revenue,total,sum,count,number,num,qty,quantity,days,months,years,betrag,wert,umsatz,preis,montant,valeur,importe,valor,importo,prezzo,preco,bedrag,waarde,score,points,age,usage,id',
);

/**
 * What the days of a column say of customers, by its name: 'Last order' is recency, 'Kunde seit' tenure, 'dob' a birth.
 * Undefined for days ahead ('Next renewal'), for days that a system wrote ('Updated at'), and for all others.
 */
export function dateRole(name: string): DateRole | undefined {
  const words = foldedWords(name);
  const has = (list: readonly string[]) => words.some((word) => list.some((stem) => word.startsWith(stem)));
  if (has(NOT_THE_CUSTOMERS)) return undefined;
  const pairs = words.slice(1).some((word, i) => PAIRS.has(`${words[i]} ${word}`));
  if (pairs) return 'tenure';
  return (['birth', 'recency', 'tenure'] as const).find((role) => has(STEMS[role]));
}

/** Beginnings of words for what customers do without buying. */
const ACTIVITIES = stems(
  'seen,login,logged,log,visit,session,active,activity,click,open,email,mail,contact,touch,app,usage,used,kontakt,besuch,anmeld,aktiv,connexion,acces,contatto,visita,acesso,contato,bezoek,actief,inlog',
);

/** Whether the name of a column is that of a day on which somebody did something, but need not have bought: 'Last seen'. */
export function isOfActivity(name: string): boolean {
  return foldedWords(name).some((word) => ACTIVITIES.some((stem) => word.startsWith(stem)));
}

/** Whether a column so named holds days where its numbers may be some: 'Order date', 'created_at', 'Letzter Kauf'. */
export function mayHoldDates(name: string): boolean {
  const words = foldedWords(name);
  if (nameOfQuantity(name)) return false;
  return dateRole(name) !== undefined || words.some((word) => DATE_WORDS.has(word) || isDateCompound(word));
}

/** Whether a name says that its column holds years of the calendar: 'Graduation year', 'Baujahr', 'Année du diplôme'. */
export function namesYear(name: string): boolean {
  const words = foldedWords(name);
  const isYear = (word: string | undefined) =>
    word !== undefined && (YEARS.has(word) || YEAR_COMPOUND.test(word));
  return isYear(words[0]) || isYear(words[words.length - 1]);
}

const YEARS: ReadonlySet<string> = new Set('year,yr,jahr,annee,an,ano,anio,anno,jaar,rok,yil,ar'.split(','));
/** German and Dutch write it as one word: 'Baujahr', 'bouwjaar'. */
const YEAR_COMPOUND = /^\p{L}{3,20}(?:jahr|jaar)$/u;

/** Whether a name says that its column holds amounts, counts or scores. */
export function nameOfQuantity(name: string): boolean {
  return foldedWords(name).some((word) => QUANTITIES.some((stem) => word.startsWith(stem)));
}

/** German and Dutch write it as one word: 'Bestelldatum', 'orderdate'. */
function isDateCompound(word: string): boolean {
  return word.length > 'datum'.length && (word.endsWith('datum') || word.endsWith('date'));
}

/**
 * What the days (or years) since are called: of 'Last order date' 'Days since last order', of 'Customer since' 'Days as
 * customer'.
 */
export function labelOfDays(name: string, unit: 'Days' | 'Years' = 'Days'): string {
  const words = columnLabel(name).split(' ');
  if (words.length > 1 && SINCE.has(words[words.length - 1].toLowerCase()))
    return `${unit} as ${lowerFirst(words.slice(0, -1).join(' '))}`;
  const kept = words.filter((word) => !SAID_OF_DATES.has(word.toLowerCase()));
  return `${unit} since ${lowerFirst(kept.length === 0 ? columnLabel(name) : kept.join(' '))}`;
}

const SAID_OF_DATES: ReadonlySet<string> = new Set(['date', 'datum', 'timestamp', 'at', 'dt']);
const SINCE: ReadonlySet<string> = new Set(['since', 'seit', 'depuis', 'desde', 'sinds']);

function foldedWords(name: string): string[] {
  return withoutAccents(wordsOf(name))
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '');
}

function stems(words: string): readonly string[] {
  return words.split(',');
}
