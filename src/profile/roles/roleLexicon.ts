import { withoutAccents } from '../../core/withoutAccents';
import type { ComparableColumn } from '../../table/column';
import { isMoney } from '../../table/recognize/measure';

/** What a column means to a marketer. 'other' is used without a known meaning, 'ignored' is not used. */
export const columnRoles = [
  'income',
  'spending',
  'spendingPart',
  'spendingScore',
  'preferredCategory',
  'orderValue',
  'age',
  'birthYear',
  'children',
  'smallChildren',
  'teenagers',
  'parent',
  'householdSize',
  'partner',
  'maritalStatus',
  'tenure',
  'recency',
  'activityRecency',
  'frequency',
  'promotions',
  'campaign',
  'deals',
  'visits',
  'webVisits',
  'webPurchases',
  'catalogPurchases',
  'storePurchases',
  'complaint',
  'satisfaction',
  'churn',
  'education',
  'gender',
  'other',
  'ignored',
] as const;

/** One of `columnRoles`. */
export type ColumnRole = (typeof columnRoles)[number];

/** A meaning, the words that suggest it, and the values it can have. */
export interface LexiconEntry {
  role: ColumnRole;
  /** English terms, tried on the column's name as lower-case words: `NumWebPurchases` is 'num web purchases'. */
  words: RegExp;
  /** Terms in German, French, Spanish, Italian, Portuguese and Dutch, tried on the same words without their accents. */
  foreign?: RegExp;
  /** Terms beside which the name means something else: a loan amount is not spent, and a car's age is not a person's. */
  not?: RegExp;
  fits: (column: ComparableColumn) => boolean;
}

const isNumeric = (column: ComparableColumn) => column.kind === 'number';
/** In money or without a unit, not in minutes or kilograms. */
const isAmount = (column: ComparableColumn) =>
  isNumeric(column) && (column.unit === undefined || isMoney(column.unit));
const isBinary = (column: ComparableColumn) => column.kind === 'boolean';
const isCount = (column: ComparableColumn) => inRange(column, 0, 30) && isWhole(column);
const isCategory = (column: ComparableColumn) => column.kind === 'category';
const isAnything = () => true;

/** The first entry whose terms the words of a name hold, and whose values a column can have. */
export function lexiconEntry(words: string, column: ComparableColumn): LexiconEntry | undefined {
  const plain = withoutAccents(words).replaceAll('ß', 'ss').replace(/['’]/g, ' ');
  return roleLexicon.find(
    (entry) =>
      (entry.words.test(plain) || entry.foreign?.test(plain)) &&
      !entry.not?.test(plain) &&
      entry.fits(column),
  );
}

// cspell:disable: the lexicon holds words of seven languages.
const TIME_SPENT = /\b(time|hours?|minutes?|mins|seconds) spent\b|\bspent (time|hours|minutes)\b/;

/** Few whole numbers count gifts, others are what was given. */
const GIFTS = /\b(gifts|donations?|donated)\b/;
const FOREIGN_GIFTS = /\b(spenden|dons|donaciones|donativos|donazioni|doacoes|donaties|giften)\b/;

/** The first entry that fits in words and values gives the role, so the more specific entries come first. */
const roleLexicon: LexiconEntry[] = [
  {
    role: 'birthYear',
    words: /\b(birth|born|yob)\b/,
    foreign: /\b(geburts\w*|naissance|nacimiento|nascita|nascimento|geboorte\w*)\b/,
    fits: (column) => inRange(column, 1850, 2050),
  },
  {
    role: 'tenure',
    words:
      /\btenure\b|\bmember(ship)?\b.*\b(years?|months?|weeks?|days?|length|duration|age)\b|\b(years?|months?|weeks?|days?) (as|of|since|with) .*\b(customer|member|membership|client|joining|enroll?\w*|sign ?up|registration|us)\b|\b(customer|client|account|relationship) (since|for|length|duration)\b|\baccount age\b|\bcustomer age\b.*\b(years|months|weeks|days)\b/,
    foreign:
      /\b(kunde seit|kundendauer|kundenjahre|kundenbeziehung|mitgliedschaft\w*|mitglied seit|vertragsdauer|vertragslaufzeit|tage seit (der )?(anmeldung|registrierung|beitritt)|anciennete|client depuis|duree (de l |d )?abonnement|duree (du |de )contrat|(jours|mois) depuis (l )?(inscription|adhesion)|antiguedad|cliente desde|(meses|anos) (como|de) cliente|dias desde (el |la |o )?(alta|registro|cadastro)|anzianita|cliente da|(mesi|anni) come cliente|giorni (dalla|dall) (iscrizione|registrazione)|antiguidade|tempo de (cliente|contrato)|cliente ha|klant sinds|klantduur|klantrelatie|(jaren|maanden) klant|abonnementsduur|contractduur|dagen sinds (inschrijving|registratie)|lidmaatschap\w*)\b/,
    fits: (column) => isNumeric(column) && !isYear(column),
  },
  {
    role: 'orderValue',
    words:
      /\b(last|average|avg|mean|per) .*(amount|value|spen[dt]\w*|price|total)\b|\b(average|avg|mean) (purchase|order|basket|cart|ticket|bill|transaction|gift|donation)\b|\b(order|basket|ticket|cart|invoice) (value|amount|size|total)\b|\baov\b|\bper (order|visit|purchase)\b/,
    foreign:
      /\b(bestellwert|warenkorb\w*|bonwert|durchschnittsbon|durchschnittsspende|auftragswert|(panier|montant|ticket|don) moyen|valeur moyenne|cesta media|(donacion|donazione|doacao) media|bestelbedrag|gemiddelde (gift|donatie)|ticket medio|scontrino medio|valore medio|valor medio|gasto medio|spesa media|pedido medio|orderwaarde|bestelwaarde|gemiddelde (bestelling|besteding))\b/,
    fits: isNumeric,
  },
  {
    role: 'activityRecency',
    words:
      /\b(days|weeks|months) since (the |their )?(last |latest )?(log ?in|visit|session|activity|active|click|open|email|app)/,
    foreign:
      /\b(tage|wochen|monate) seit (dem |der )?letzte\w? (besuch|login|anmeldung|sitzung|aktivitat)|\b(jours|semaines|mois) depuis (la |le )?derniere? (visite|connexion|session|activite)|\b(dias|semanas|meses) desde (el |la |o |a )?ultim[ao] (visita|acceso|acesso|conexion|sesion|sessao|login|actividad|atividade)|\b(giorni|settimane|mesi) (da|dal|dalla|dall) ?ultim[ao] (visita|accesso|sessione|login|attivita)|\b(dagen|weken|maanden) sinds (het |de )?laatste (bezoek|login|aanmelding|sessie|activiteit)/,
    fits: isNumeric,
  },
  {
    role: 'recency',
    words:
      /\brecency\b|\b(days|weeks|months) since\b|\blast (purchase|order|gift|donation|booking)\b.*\b(days|weeks|months)\b|\binactiv/,
    foreign:
      /\b((tage|wochen|monate) seit|(jours|semaines|mois) depuis|(dias|semanas|meses) desde|(giorni|settimane|mesi) (da|dal|dalla|dall)|(dagen|weken|maanden) sinds|recence|recencia|recenza|rezenz)\b|\bletzte\w? (kauf|einkauf|bestellung|spende)\b.*\b(tage|monate)\b|\bderniere? (achat|commande|don)\b.*\b(jours|mois)\b|\bultim[ao] (compra|pedido|acquisto|ordine|donacion|donazione|doacao)\b.*\b(dias|giorni|meses|mesi)\b|\blaatste (aankoop|bestelling|gift)\b.*\b(dagen|maanden)\b/,
    fits: isNumeric,
  },
  {
    role: 'deals',
    words: /\b(deals?|discount\w*|coupons?|vouchers?|bargains?|promo codes?|on sale)\b/,
    foreign:
      /\b(rabatt\w*|gutschein\w*|remises?|reductions?|codes? promo|descuentos?|cupones|sconti|sconto|descontos?|cupons|korting\w*)\b/,
    // of a sales department they are orders, and no bargains
    not: /\b(associated|open|closed|won|lost|recent) deals?\b|\bdeal (amount|value|size|stage|count|owner)\b/,
    fits: isNumeric,
  },
  {
    role: 'campaign',
    words: /\b(cmp|campaign|promo|promotion|offer|accepted|respon(se|ded))\b/,
    foreign: /\b(kampagnen?|campagne|campana|campanha|campagna)\b/,
    fits: isBinary,
  },
  {
    role: 'promotions',
    words: /\b(cmps?|campaigns?|promos?|promotions?|offers?|accepted|responses?)\b/,
    foreign: /\b(kampagnen|aktionen|campagnes|campanas|campanhas|promociones|promozioni|promocoes|acties)\b/,
    fits: isNumeric,
  },
  {
    role: 'webVisits',
    words:
      /\b(web|website|site|online|app|page) (visits?|views?|sessions?)\b|\b(sessions?|logins?|log ins?|page ?views?)\b/,
    foreign:
      /\b(web(site|seiten)?[ -]?besuche|visites (du |au )?(site|web)|visitas (a la |al |ao )?(web|site|sitio)|visite (al )?sito|websitebezoeken|anmeldungen|connexions|accessi|acessos)\b/,
    fits: isNumeric,
  },
  {
    role: 'visits',
    words: /\b(visits?|check ins?|attendances?)\b/,
    foreign: /\b(\w*besuche|visites|visitas|visite|\w*bezoeken)\b/,
    not: /\bsales (rep|calls?|visits?)\b/,
    fits: isNumeric,
  },
  {
    role: 'webPurchases',
    words: /\b(web|online|internet|app)\b.*\b(purchases?|orders?|sales|buys)\b/,
    foreign:
      /\b(onlinekaufe|onlinebestellungen|onlineeinkaufe|achats (en ligne|web|internet)|compras (online|web|en linea|por internet)|acquisti online|online aankopen)\b/,
    fits: isNumeric,
  },
  {
    role: 'catalogPurchases',
    words: /\bcatalog(ue)?\b.*\b(purchases?|orders?|sales|buys)\b/,
    foreign:
      /\b(katalogkaufe|katalogbestellungen|achats (par )?catalogue|compras (por )?catalogo|acquisti (da )?catalogo|catalogusaankopen)\b/, // lint-words: allow French
    fits: isNumeric,
  },
  {
    role: 'storePurchases',
    words: /\b(store|shop|offline|branch)\b.*\b(purchases?|orders?|sales|buys)\b/,
    foreign:
      /\b(ladenkaufe|filialkaufe|filialeinkaufe|achats (en )?(magasin|boutique)|compras (en |na )?(tienda|loja)|acquisti (in )?negozio|winkelaankopen)\b/,
    fits: isNumeric,
  },
  {
    role: 'preferredCategory',
    words:
      /\b(preferred|favou?rite|top|main)\b.*\b(category|product|department|brand|range)\b|\bproduct category\b/,
    foreign:
      /\b(lieblings\w*|bevorzugte\w*|categorie preferee|categoria (preferida|favorita|preferita)|favoriete\w*|voorkeurs\w*)\b/,
    fits: isCategory,
  },
  {
    role: 'spendingScore',
    words: /\bspend(ing)? (score|index|level|rating)\b/,
    foreign:
      /\b(ausgabenscore|score de depenses?|puntuacion de gastos?|punteggio (di )?spesa|pontuacao de gastos?|bestedingsscore)\b/,
    fits: isNumeric,
  },
  {
    role: 'spendingPart',
    words: /^(?!.*\b(total|sum|all)\b).*\bmnt\b|\bspen[dt]\w* (on|for|in)\b/,
    not: TIME_SPENT,
    fits: isAmount,
  },
  {
    role: 'spending',
    words:
      /\bmonetary\b|\bspen[dt](ing|s|ings)?\b|\bexpenditure\b|\b(revenue|turnover|sales|clv|ltv)\b|\b(total|lifetime|overall|sum) .*(amount|value|mnt|paid|purchase value)\b|\bpurchase total\b|\b(billed|invoiced|mrr|arr)\b|\bamount\b/,
    foreign:
      /\b(\w*umsatz|umsatze|\w*ausgaben|chiffre d affaires|depenses?|montant( total)?|gastos?|gasto total|importe( total)?|ventas|facturacion|spes[ae]|fatturato|importo|despesas?|faturamento|\w*uitgaven|\w*omzet|\w*bestedingen|besteding|ca annuel|totaal besteed)\b/,
    not: /\b(loan|credit|debt|overdue|due|owed|refund\w*|returned|shipping|claims?|claimed|tax|fees?|deposit|withdrawal|balance|insured|sales (rep|calls?|visits?|contacts?)|rate|ratio|(time|hours?|minutes?|mins|seconds) spent|spent (time|hours|minutes)|zeitaufwand|kredit\w*|pret|credito|prestamo|prestito|emprestimo|lening|erstattung\w*|rembours\w*|devolucion\w*|rimbors\w*|reembols\w*|dovut[oi])\b/,
    fits: isAmount,
  },
  {
    role: 'frequency',
    words:
      /\bfrequency\b|\b(purchases|orders|transactions|invoices|bookings|stays|reservations)\b|\b(order|purchase|transaction|booking|gift|donation) count\b/,
    not: /\b(open|unpaid|overdue|outstanding|failed|cancell?ed|returned|refunded|offene?|stornierte?)\b/,
    foreign:
      /\b(haufigkeit|kaufhaufigkeit|bestellhaufigkeit|buchungen|aufenthalte|sejours|reservas|estancias|prenotazioni|soggiorni|estadias|boekingen|bestellungen|kaufe|einkaufe|auftrage|achats|commandes|frequence( d achat)?|compras|pedidos|frecuencia|acquisti|ordini|frequenza|encomendas|frequencia|aankopen|bestellingen|aankoopfrequentie|frequentie)\b/,
    fits: isNumeric,
  },
  {
    role: 'frequency',
    words: GIFTS,
    foreign: FOREIGN_GIFTS,
    fits: (column) => inRange(column, 0, 365) && isWhole(column),
  },
  { role: 'spending', words: GIFTS, foreign: FOREIGN_GIFTS, fits: isNumeric },
  {
    role: 'teenagers',
    words: /\bteen/,
    foreign: /\b(jugendliche|adolescents?|adolescentes?|adolescenti|tieners)\b/,
    fits: (column) => isCount(column) || isBinary(column),
  },
  {
    role: 'smallChildren',
    words: /\bkid|\btoddler|\bbab(y|ies)\b|\b(small|young) child/,
    foreign:
      /\b(kleinkinder|jeunes enfants|ninos pequenos|bambini piccoli|criancas pequenas|kleine kinderen)\b/,
    fits: (column) => isCount(column) || isBinary(column),
  },
  { role: 'parent', words: /\b(parent|children|child)\b/, fits: isBinary },
  {
    role: 'children',
    words: /\b(children|child|dependants?|dependents?)\b/,
    foreign: /\b(kinder(zahl|anzahl)?|enfants?|hijos|ninos|figli|filhos|criancas|kinderen)\b/,
    fits: isCount,
  },
  {
    role: 'householdSize',
    words: /\b(family|household)\b/,
    foreign:
      /\b(haushalts?\w*|familiengrosse|menage|foyer|hogar|nucleo familiare|agregado familiar|huishouden|gezinsgrootte)\b/,
    fits: isCount,
  },
  {
    role: 'partner',
    words: /\b(partner|spouse|couple|married|cohabit\w*|living with)\b/,
    foreign: /\b(verheiratet|conjoint|marie|pareja|casado|coniuge|sposato|conjuge|gehuwd)\b/,
    fits: isBinary,
  },
  {
    role: 'maritalStatus',
    words: /\b(marital|marriage|relationship|civil)\b/,
    foreign:
      /\b(familienstand|situation (familiale|matrimoniale)|etat civil|estado civil|stato civile|burgerlijke staat)\b/,
    fits: isCategory,
  },
  {
    role: 'income',
    words: /\b(income|salary|wages?|earnings)\b/,
    not: /\b(tax|rate|ratio|share)\b/,
    foreign:
      /\b(\w*einkommen|(jahres|monats|brutto|netto)?gehalt|renta( anual| mensual)?|verdienst|revenus?( annuels?)?|salaires?|ingresos?|salario|reddito|stipendio|renda|rendimento|\w*inkomen|salaris)\b/,
    fits: isNumeric,
  },
  {
    role: 'age',
    words: /\bage\b/,
    foreign: /\b(alter|lebensalter|kundenalter|edad|eta|idade|leeftijd)\b/,
    not: /\b(car|vehicle|home|house|building|device|phone|machine|policy|property|roof|pet|dog|cat|account|debt|fahrzeug\w*|vehicule|voiture|vehiculo|coche|veicolo|auto|veiculo|carro|voertuig)\b/,
    fits: (column) => inRange(column, 0, 120),
  },
  {
    role: 'churn',
    words:
      /\b(churn(ed)?|cancell?ed|cancellation|attrition|exited|unsubscribed)\b|\bhas left\b|\bleft (us|service|company)\b/,
    foreign:
      /\b(abgewandert|gekundigt|kundigung|resilie|resiliation|desabonne|baja|abbandono|disdetta|cancelado|cancelou|cancelamento|opgezegd)\b/,
    fits: isBinary,
  },
  {
    role: 'complaint',
    words: /\bcomplain/,
    foreign:
      /\b(beschwerden?|reklamationen|reklamation|reclamations?|plaintes?|quejas?|reclamos?|reclamacion(es)?|reclami|reclamacoes|klachten|klacht)\b/,
    fits: (column) => isBinary(column) || isNumeric(column),
  },
  {
    role: 'satisfaction',
    words: /\b(satisfaction|nps|csat|net promoter( score)?|star rating|customer rating)\b/,
    foreign:
      /\b(zufriedenheit|kundenzufriedenheit|satisfaccion|soddisfazione|satisfacao|tevredenheid|klanttevredenheid)\b/,
    fits: isNumeric,
  },
  {
    role: 'education',
    words: /\b(education|degree|schooling)\b/,
    foreign:
      /\b(bildung\w*|schulabschluss|etudes|diplome|niveau d etudes|educacion|estudios|istruzione|titolo di studio|escolaridade|educacao|opleiding\w*)\b/,
    fits: isAnything,
  },
  {
    role: 'gender',
    words: /\b(gender|sex|genre)\b/,
    foreign: /\b(geschlecht|sexe|genero|sexo|genere|sesso|geslacht)\b/,
    fits: (column) => isCategory(column) || isBinary(column),
  },
];

// cspell:enable

/** Years of a calendar: the later, the less long ago. */
function isYear(column: ComparableColumn): boolean {
  return inRange(column, 1900, 2100) && isWhole(column);
}

/** All known values are whole numbers. */
function isWhole(column: ComparableColumn): boolean {
  return isNumeric(column) && present(column).every(Number.isInteger);
}

function inRange(column: ComparableColumn, low: number, high: number): boolean {
  return isNumeric(column) && present(column).every((value) => value >= low && value <= high);
}

function present(column: ComparableColumn): Float64Array {
  return column.kind === 'category'
    ? new Float64Array()
    : column.values.filter((value) => !Number.isNaN(value));
}
