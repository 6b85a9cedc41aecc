import { plainWordsOf } from '../../core/columnNames';
import type { ColumnRole } from './roleLexicon';

/**
 * What customers do: buy goods, use a service (bank, gym, phone, insurance), stay as guests, or give. Advice on baskets
 * and free shipping is for the first alone. Where nothing else is known, it is a shop.
 */
export type Trade = 'shop' | 'service' | 'stays' | 'giving';

// cspell:disable: words of seven languages
const GIVING =
  /\b(donations?|donors?|donated|gifts|(last|average|avg|largest) gift|fundraising|spenden?|spender\w*|dons|don moyen|donateurs?|donacion(es)?|donativos|donazion[ei]|doacao|doacoes|donaties?|giften)\b/;
const STAYS =
  /\b(nights|stays|room nights|ubernachtungen|aufenthalte|nuits|nuitees|sejours|noches|estancias|notti|pernottamenti|soggiorni|noites|estadias|nachten|overnachtingen|verblijven)\b/;
const SERVICE_WORDS: ReadonlySet<string> = new Set(
  [
    'subscription subscribed contract tariff policy policies claims balance loan loans deposits overdraft gb minutes calls',
    'seats login logins session sessions classes gym streams watched',
    'abo tarif kontostand saldo guthaben beitrag kurse anmeldungen forfait contrat solde cours contrato poliza prestamo',
    'cuota tarifa contratto polizza abbonamento prestito canone corsi assinatura apolice emprestimo mensalidade plano',
    'polis lening dataverbruik cursussen',
  ].flatMap((line) => line.split(' ')),
);
const SERVICE_STEMS = ['abonnement', 'vertrag', 'versicherung', 'verzekering', 'kredit', 'licen'];
const SERVICE_PHRASES =
  /\b(log ins?|premium (paid|amount)|annual premium|credit (limit|used|utilization)|data usage|(monthly|membership) fee)\b/;

/** What the time is since, or nothing in particular; a ride, a rental or a class is no purchase. */
const PURCHASE =
  /purchas|order|buy|bought|transac|invoice|sale|kauf|bestell|auftrag|achat|commande|compra|pedido|acquist|ordin|aanko|encomenda|recen|rezen|inactiv/;
// cspell:enable

/** Columns that only somebody who sells goods has. */
const OF_SHOPS: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'orderValue',
  'frequency',
  'webPurchases',
  'catalogPurchases',
  'storePurchases',
]);
/** Banks and phone companies count transactions, too. */
const COUNTED_BY_ALL = /\btrans(ac|ak|a)/;

/** The trade that the columns of a table are of, by their names. Cost: O(columns). */
export function tradeOf(columns: readonly { column: string; role: ColumnRole }[]): Trade {
  const names = columns.map(({ column }) => plainWordsOf(column).join(' '));
  if (names.some((name) => GIVING.test(name))) return 'giving';
  if (names.some((name) => STAYS.test(name))) return 'stays';
  if (columns.some(({ role }, j) => role === 'recency' && !PURCHASE.test(names[j]))) return 'service';
  if (columns.some(({ role }, j) => OF_SHOPS.has(role) && !COUNTED_BY_ALL.test(names[j]))) return 'shop';
  return names.some(isOfService) ? 'service' : 'shop';
}

function isOfService(name: string): boolean {
  return (
    SERVICE_PHRASES.test(name) ||
    name
      .split(' ')
      .some((word) => SERVICE_WORDS.has(word) || SERVICE_STEMS.some((stem) => word.startsWith(stem)))
  );
}
