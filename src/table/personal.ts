import { wordsOf } from '../core/columnNames';
import { withoutAccents } from '../core/withoutAccents';
import { namesCustomer } from './customerNames';

/**
 * Why texts say who somebody is, or what somebody wrote, rather than what kind of customer it is, in words ('names of
 * people'): by the header, in seven languages, or by the texts. Such texts are never levels of a category: they would be
 * charted, and kept in the model. Undefined for all others.
 * Cost: O(n) of the texts.
 *
 * @param texts the different ones.
 */
export function personalTexts(name: string, texts: readonly string[]): string | undefined {
  if (texts.length === 0) return undefined;
  const words = withoutAccents(wordsOf(name))
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  if (NAMES.test(words)) return 'names of people';
  if (/\biban\b/.test(words) || most(texts, isAccount)) return 'account numbers';
  if (most(texts, isContact) || (CONTACTS.test(words) && !areWordsAbout(words, texts))) return 'addresses';
  if (REMARKS.test(words) || isFreeText(texts)) return 'free text';
  if (namesCustomer(name) && most(texts, (text) => /\d/.test(text))) return 'numbers of customers';
  return undefined;
}

/** Whether an identifier is a mere number, such as '00123' or 'K-17', which names nobody and is nobody's address. */
export function isCustomerNumber(identifier: string): boolean {
  return /^\p{L}{0,4}[-_ ]?\d+$/u.test(identifier);
}

const NAMES =
  /^(?:(?:customer|client|contact|billing|shipping|recipient|buyer|account holder|card holder|cardholder|guest|user|member) )?(?:(?:first|last|given|family|full|middle|maiden|birth|nick|sur|fore|user|display)(?: ?names?)|surname|forename|name|salutation name)(?: (?:billing|shipping))?$|^(?:vor|nach|familien|geburts|kunden)name$|^(?:pre)?nom(?: de famille| du client| client)?$|^nom de jeune fille$|^(?:primer |segundo )?(?:nombres?|apellidos?)(?: completo| del cliente)?$|^(?:nome|cognome)(?: completo| cliente)?$|^(?:sobre|pri ?meiro |ultimo )?nome$|^(?:voor|achter|klant)?naam$|^contact(?: person)?$|^ansprechpartner$|^(?:imie|nazwisko|imie i nazwisko|jmeno|prijmeni|(?:for|efter|etter|mellan)?na(?:mn|vn)|nimi|sukunimi|имя|фамилия|фио|ονομα|επωνυμο|ονοματεπωνυμο|氏名|お?名前|姓名?)$/;

const CONTACTS =
  /\be? ?mail\b|\bemail\b|\b(?:phone|telephone|telefon\w*|mobile|handy\w*|fax|whatsapp|telefono|telefone|telefoon\w*|portable|movil|celular|cellulare)\b|\bstreet\b|\baddress(?: ?line)?(?: ?\d)?$|^address\b(?! (?:city|country|county|province|region|state|type)\b)|strasse|straße|\banschrift\b|^adress?e?\b|hausnummer|^rue\b|^calle\b|direccion|indirizzo|^via$|endereco|^rua$|^adres\b|straat|\bip(?: address)?$|^(?:web ?site|url|homepage|twitter|instagram|facebook|linkedin)\b/;

const REMARKS =
  /\b(?:notes?|comments?|remarks?|feedback|messages?|memo|free ?text|description)$|^(?:notes?|comments?|remarks?|feedback)\b|bemerkung|kommentar|notiz|anmerkung|nachricht|commentaire|remarque|^notas?$|comentario|observacion|observacoes|observacao|commento|commenti|osservazion|opmerking|toelichting/;

/** An IBAN. */
function isAccount(text: string): boolean {
  const plain = text.trim();
  return plain.length <= MAX_CONTACT_LENGTH && /^[A-Z]{2}\d{2} ?[A-Z\d]{4}[A-Z\d ]{7,28}$/.test(plain);
}

/** 'Yes' and 'landline' say something about a phone or an email address, but are none. */
function areWordsAbout(words: string, texts: readonly string[]): boolean {
  return (
    SAID_OF_CONTACTS.test(words) &&
    texts.length <= MAX_WORDS &&
    texts.every((text) => !/[\d@]|\.\S/.test(text))
  );
}

const SAID_OF_CONTACTS =
  /\b(?:e ?mail|phone|telephone|mobile|fax|whatsapp) (?:service|type|status|opt ?in|opt ?out|consent|domain|plan|frequency|preference|permission|marketing|verified|valid|carrier|brand|model|os)\b/;
const MAX_WORDS = 12;

/** An email address, or a telephone number with its marks. */
function isContact(text: string): boolean {
  const plain = text.trim();
  if (plain.length > MAX_CONTACT_LENGTH) return false;
  return (
    /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(plain) ||
    (/^[+(0][\d ()/.-]{6,}$/.test(plain) && plain.replace(/\D/g, '').length >= 7)
  );
}

const MAX_CONTACT_LENGTH = 100;
const MOST = 0.8;

function most(texts: readonly string[], isLikeThat: (text: string) => boolean): boolean {
  return texts.filter(isLikeThat).length >= MOST * texts.length;
}

/** So many words on average, or letters, are sentences. */
const WORDS = 6;
const LETTERS = 60;

function isFreeText(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  const letters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const words = texts.reduce((sum, text) => sum + text.trim().split(/\s+/).length, 0) / texts.length;
  return letters >= LETTERS || words >= WORDS;
}
