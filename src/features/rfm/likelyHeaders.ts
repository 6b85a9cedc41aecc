import { plainWordsOf } from '../../core/columnNames';

/**
 * Patterns on `bareHeader` of what headers of order exports are put together from: those of a role belong to its entry in
 * `TRANSACTION_ROLES`, beside the headers that are listed one by one.
 */

/** 'Kunden-Nr.' → 'kundennr', 'Numéro client' → 'numeroclient', 'Total (EUR)' → 'total'. */
export function bareHeader(name: string): string {
  const bare = name
    .slice(0, LONGEST)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return WORD_IN_EUR.test(bare) && !hasCurrencyAtEnd(name) ? bare : bare.replace(CURRENCY_AT_END, '') || bare;
}

/** French and Dutch words for people and things: 'debiteur', 'acheteur', 'vendeur', 'valeur'. */
const WORD_IN_EUR = /[dlst]eur$/;

/** Whether the last letters are a word of their own, or follow a word for money: 'Total EUR', 'amountEur', 'totaleur'. */
function hasCurrencyAtEnd(name: string): boolean {
  return / eur$|(?:total|amount|betrag|bedrag|montant|subtotal|invoiced|paid)eur$/.test(
    plainWordsOf(name.slice(0, LONGEST)).join(' '),
  );
}

/** A longer header is a sentence. */
const LONGEST = 60;

/** The code of a currency, as a word at the end of a header: 'EUR' of 'Total (EUR)' and 'amount_eur'. */
export function currencyInHeader(name: string): string | undefined {
  const code = /[\s_([.-](EUR|USD|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|JPY|INR|BRL|MXN)[)\].]?\s*$/i.exec(
    name.slice(0, LONGEST),
  );
  return code?.[1].toUpperCase();
}

const CURRENCY_AT_END =
  /(?:in)?(?:eur|usd|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|jpy|inr|brl|mxn|euros?|dollars?)$/;

const KEY =
  'ids?|uid|uuid|guid|no|nr|num|nbr|number|code|key|ref|reference|hash|nummer|kennung|numero|codigo|codice|identifiant|identifier|identificador';

const OF = '(?:de|del|della|di|do|du|of|da|la|le|l)*';

const CUSTOMER =
  'customer|cust|client|member|buyer|shopper|user|guest|subscriber|contact|person|patron|donor|consumer|purchaser|profile|soldto|soldtoparty|billto|kunden?|kd|kaufer|besteller|debitoren?|mitglieds?|cliente|acheteur|adherent|abonne|comprador|usuario|socio|acquirente|utente|klant|klanten|koper';

const ORDER =
  'orders?|purchase|invoice|receipt|transaction|trans|txn|basket|cart|bill|sales?|ticket|checkout|charge|payment|booking|bestell|bestellung|bestellungs|auftrag|auftrags|rechnung|rechnungs|beleg|bon|kassenbon|vorgangs?|transaktions?|commande|facture|achat|pedido|factura|venta|compra|ordine|fattura|scontrino|acquisto|fatura|encomenda|bestelling|bestel|factuur';

const DATE = 'date|datum|fecha|data|datetime|timestamp|time|day|at|on';

const MADE = 'created|paid|processed|placed|completed|ordered|purchased|bought|sold|invoiced|closed';

/** Names the number of a customer. */
export const CUSTOMER_NUMBER = whole(
  `(?:unique)?(?:${CUSTOMER})(?:unique|user|account)?(?:${KEY}){0,2}|(?:${KEY})${OF}(?:${CUSTOMER})`,
);

/** Somebody who buys, and nobody who sells. */
export const BUYER =
  /customer|cust|client|buyer|shopper|donor|patient|guest|kunde|kd|debitor|besteller|klant|acheteur|comprador|acquirente/;

/** Says so outright: 'customer id' rather than 'customer', which may also be 'new' and 'returning'. */
export const KEY_AT_END = new RegExp(`(?:${KEY})$`);

/** An email address, but for that of somebody who sells. */
export const EMAIL =
  /^(?!.*(?:seller|staff|agent|salesrep|manager|vendor|support|sender)).*mail(?:address|adresse?|id)?(?:billing|shipping|customer|buyer)?$|^(?:correo|correoelectronico|courriel|postaelettronica)$/;

/** The name of a customer. */
export const CUSTOMER_NAME = whole(
  `(?:${CUSTOMER}|billing|shipping|recipient|account)(?:full)?name|(?:name|nom|nombre|nome|naam)${OF}(?:${CUSTOMER})|kundenname|klantnaam`,
);

/** A number of a row, whoever or whatever it is. */
export const ROW_IDENTIFIER = whole('ids?|uid|uuid|guid|no|nr|number|nummer|key|identifier|identifiant');

/** What customers share with their household, or have several of. */
export const SHARED_NUMBER = whole(
  `(?:iban|account|acct|card|loyaltycard|loyalty|membership|membershipcard|phone|mobile|telephone|telefon|handy|household|hh|konto|kundenkarten?|karten?|carte|tarjeta|tessera|device|visitor|cookie)(?:${KEY}){0,2}`,
);

/** The number of an order. A plural alone, 'orders', is how many somebody placed. */
export const ORDER_NUMBER = whole(
  `(?:amazon|shop|shopify|merchant|web|sales|parent)?(?:${ORDER})(?:${KEY}){1,2}|(?:${KEY})${OF}(?:${ORDER})`,
);

/** The day of an order. */
export const ORDER_DATE = whole(
  `(?:${DATE}|zeit|tag|dia|jour|giorno|dag|zeitpunkt|datetimeutc)|(?:${ORDER})(?:${MADE})?(?:${DATE})(?:utc|gmt|local)?|(?:${DATE})${OF}(?:${ORDER})|(?:order|orders|sale)?(?:${MADE})(?:${DATE}){0,2}(?:utc|gmt)?`,
);

/** A time of day, where the day has a column of its own. */
export const CLOCK_TIME = /time$|uhrzeit$/;

/** A day in the life of a customer. */
export const CUSTOMER_DATE =
  /last|latest|letzte|dernier|ultim|laatste|first|erste|premier|prim[ae]|eerste|signup|sign|regist|join|since|seit|birth|geb|naiss|nacim|nasc|dob|enrol|beitritt|anniv|member|subscri|optin|expir|updated|modified|churn|customer|kunde|client/;

/** A month, a week or a year, or the day on which a table was taken. */
export const PERIOD = whole(
  '(?:reporting|billing|calendar|fiscal|statement|start|ending|abrechnungs|berichts)?(?:month|monat|mois|mes|mese|maand|year|jahr|annee|ano|anno|jaar|quarter|quartal|trimestre|kwartaal|week|woche|kw|semaine|semana|settimana|period|periode|periodo|yearmonth|yearweek|yyyymm|wave|snapshot|asof|stichtag)(?:no|nr|number|id|date|start|end|ending|key)?',
);

/** What was paid for a line of an order. */
export const LINE_AMOUNT = whole(
  '(?:order)?(?:line|item|row|position|extended)s?(?:total|amount|price|revenue|value)|totallinea?|zeilenbetrag|positionsbetrag',
);

/** What was paid. What comes first is taken first. */
export const AMOUNTS: readonly RegExp[] = [
  LINE_AMOUNT,
  whole(
    '(?:order|invoice|grand|purchase|transaction|sales?|net|gross|payment|basket|cart|total|bill|receipt)*(?:total|amount|revenue|sales|turnover|value|price|spend|spent|paid)(?:amount|paid|value|price|sales|incltax|usd)?',
  ),
  whole(
    '(?:gesamt|rechnungs|bestell|netto|brutto|waren|zahl|end)?(?:betrag|summe|umsatz|wert|preis)|montantnet|ca|monto(?:total)?',
  ),
  whole('subtotal|zwischensumme|amountcaptured|spending'),
];

/** How many were bought. */
export const QUANTITY = whole(
  '(?:lineitem|item|order|product|sold)?(?:quantity|qty|quantities|units|pieces|pcs)(?:ordered|sold|purchased|bought)?|(?:num|number|no|nb)(?:of)?items?|items?count|bestellmenge|nb',
);

/** What one of them costs. */
export const PRICE = whole(
  '(?:unit|item|lineitem|product|single|selling|sales?|list)?(?:price|rate|cost)(?:per)?(?:unit|each|item|piece)?|(?:verkaufs|vk|artikel)preis|pu',
);

/** What a price is less by, as an amount or a share. */
export const DISCOUNT =
  /discount|rebate|rabatt|skonto|nachlass|remise|rabais|descuento|sconto|korting|desconto|coupon(?:amount|value)|voucheramount/;

/** A share of the price rather than an amount, by a word of its header. */
export const SHARE = /%|\bpct\b|percent|prozent|pourcent|porcent|rate\b|satz\b/;

/** Beside it, what says how it came about. */
export const NO_AMOUNT = /code|name|type|reason|details?|description|title|allocation|applied|method/;

/** An amount in the smallest unit of its currency. */
export const CENTS = /(?:cents?|pence|centimes?|centavos|minor(?:units?)?)$/;

/** What is no word about an order, whatever it holds. */
export const NO_STATUS =
  /shipping|versand|delivery|liefer|livraison|envio|fulfill|category|kategorie|segment|product|item|artikel|channel|subscription|accepts|optin/;

/** Words right before 'status' that say, as those of orders do, that it is about money or goods of an order. */
const PART_OF_ORDER = [
  'pay|paid|payments|financial|finance|invoices|transactions|receipts|reservation|appointment|visit|donation|gift',
  'fulfill?ment|shipment|shipping|delivery|deliveries|line|item|subscription|state ?machine',
  'zahl|zahlungs?|kaufs?|verkaufs?|versand|liefer|lieferungs?|paiement|vente|livraison|pago|envio|entrega',
  'pagamento|vendita|spedizione|consegna|betaal|betalings?|verkoop|levering|venda|zamowienia|platnosci|faktury',
].join('|');

const STATUS = 'status|state|zustand|statut|etat|estado|stato|situacao';

const ORDER_STATUS = new RegExp(
  `(?:^| )(?:(?:${ORDER}|${PART_OF_ORDER}) ?)+(?:(?:${STATUS})(?: ?(?:technical ?)?name)?|technical ?name)$`,
);

/** Whether a header is that of the status of an order or a part of it, not of a customer, a membership or an account. */
export function isOrderStatus(name: string): boolean {
  return ORDER_STATUS.test(plainWordsOf(name).join(' '));
}

/** What happened, of which few words may be known. */
export const EVENT = /event|action|activity|kind$|movement|operation|vorgang|evenement|evento/;

/** Money that came or may come back, or did not come at all. */
export const MONEY_BACK =
  /^(?:is|was|fully)?(?:paid|refunded|returned|disputed|test|testorder|livemode)$|disput|chargeback|refund|erstatt|rembours|reembols|rimbors|terugbet|retour|return(?!ing)|devol|sollhaben|debitcredit|^drcr$|^adjusted|writeoff|kulanz/;

/** What says on which side of a ledger a row stands. */
export const SIDE_HEADER =
  /sollhaben|habensoll|debit.?credit|credit.?debit|drcr|crdr|afbij|bijaf|debehaber|dareavere|cargoabono|indicator|kennzeichen|^sh(?:kz)?$|^dc$|^cd$/;

/** With or without tax, at the end of a header without blanks and marks. */
const TAX_AT_END =
  /(?:(?:incl?|including|inkl|inklusive|with|mit|con|excl?|excluding|exkl|exklusive|without|ohne|zzgl|sin|hors|senza)(?:l)?(?:sales)?(?:tax|taxes|vat|mwst|ust|steuer|tva|iva|btw|gst|taxe|impuestos|moms|mva|alv|dph|kdv)?|ttc|ht|gross|net|brutto|netto)$/;

const WITHOUT_TAX =
  /(?:(?:exc|excl|exk|exkl|excluding|without|ohne|zzgl|sin|hors|senza|ex).{0,16}|ht|net|netto)$/;

/** 'Order Total (inc tax)' → 'ordertotal', and whether it is with tax; undefined where a header says nothing of it. */
export function apartFromTax(name: string): { header: string; withTax: boolean } | undefined {
  const bare = bareHeader(name);
  const tax = TAX_AT_END.exec(bare)?.[0] ?? EX_TAX.exec(bare)?.[0];
  if (tax === undefined || tax === bare) return undefined;
  return { header: bare.slice(0, -tax.length), withTax: !WITHOUT_TAX.test(tax) };
}

/** 'Subtotal (ex tax)'. */
const EX_TAX = /ex(?:tax|vat|gst|btw|tva)$/;

/** An amount of money, but not what was paid for the goods, by a word of its header. */
export const NOT_PAID =
  /\b(?:tax|taxes|vat|mwst|ust|iva|tva|btw|fees?|tips?|last|avg|average)\b|shipping|versand|porto|livraison|envio|discount|rabatt|remise|refund|erstatt|balance|saldo|limit|lifetime|letzte|median|annual|monthly|income/;

/** A pattern of a whole header. */
function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
