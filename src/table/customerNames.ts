import { wordsOf } from '../core/columnNames';

/** Who is identified, in seven languages. */
const WHO: ReadonlySet<string> = new Set([
  ...[
    'customer',
    'customers',
    'cust',
    'client',
    'member',
    'user',
    'account',
    'buyer',
    'shopper',
    'kunde',
    'kunden',
    'debitor',
    'debiteur',
  ],
  ...[
    'käufer',
    'mitglied',
    'konto',
    'compte',
    'acheteur',
    'cliente',
    'usuario',
    'usuaria',
    'comprador',
    'cuenta',
  ],
  ...['utente', 'acquirente', 'conto', 'usuário', 'conta', 'klant', 'klanten', 'gebruiker', 'lid'],
]);

/** What stands for somebody. */
const BY: ReadonlySet<string> = new Set([
  ...[
    'id',
    'ids',
    'uuid',
    'guid',
    'no',
    'nr',
    'num',
    'number',
    'nummer',
    'code',
    'key',
    'ref',
    'reference',
    'name',
  ],
  ...[
    'email',
    'e-mail', // lint-words: allow
    'mail',
    'address',
    'numéro',
    'numero',
    'número',
    'nº',
    'n°',
    'codigo',
    'código',
    'codice',
  ],
]);

/** Both in one word, or an identifier of whoever it is. */
const ALONE: ReadonlySet<string> = new Set([
  ...[
    'id',
    'uuid',
    'guid',
    'email',
    'e-mail', // lint-words: allow
    'customerid',
    'customerno',
    'custid',
    'clientid',
    'userid',
    'memberid',
  ],
  ...[
    'kundennummer',
    'kundennr',
    'kundenid',
    'kundenname',
    'kundencode',
    'klantnummer',
    'klantnr',
    'klantid',
  ],
  ...['mitgliedsnummer', 'kontonummer', 'accountid', 'email address', 'e-mail address'], // lint-words: allow
]);

/** German and Dutch: who and what in one word. */
const COMPOUND =
  /^(?:kunden?|mitglieds?|käufer|debitor(?:en)?|konto|klant(?:en)?|leden|lid|debiteur(?:en)?)(?:nr|nummer|id|code|nummern)$/;

/** Whether a column is called after customers, or after what stands for them: a number, an email address. */
export function namesCustomer(name: string): boolean {
  const whole = wordsOf(name);
  if (ALONE.has(whole) || COMPOUND.test(whole.replace(/\.$/, ''))) return true;
  const words = whole.split(/[ .]/).filter((word) => word !== '');
  const who = words.findIndex((word) => WHO.has(word));
  if (who >= 0 && BY.has(words[who + 1])) return true;
  return (
    words.length > 0 && words.every((word) => WHO.has(word) || BY.has(word) || SMALL.has(word)) && who >= 0
  );
}

/** Words in between: 'numéro de client', 'codice del cliente'. */
const SMALL: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'del',
  'do',
  'da',
  'di',
  'the',
  'of',
  'der',
  'van',
]);
