import { plainWordsOf, wordsOf } from '../../core/columnNames';

// cspell:disable: words of seven languages
/** Words beside which a name says no more than that money was spent, and when. */
const GENERIC: ReadonlySet<string> = new Set(
  [
    'spend spent spending spends expenditure sales amount mnt clv ltv paid money value net gross customer purchase',
    'purchases billed invoiced mrr arr umsatz umsatze gesamtumsatz jahresumsatz ausgaben gesamtausgaben chiffre d affaires',
    'depense depenses montant gasto gastos importe ventas facturacion spesa spese fatturato importo despesa despesas',
    'faturamento uitgaven omzet jaaromzet bestedingen besteding besteed year years yearly annual month months monthly',
    'quarter week weekly last this past to date per in of ever jahr letztes monat monatlich annuel annuelle annuels',
    'annuelles an annee mensuel anual ano mensual mensal mes annua annuo anno mensile mese jaar maand eur usd gbp k $ € £',
  ].flatMap((line) => line.split(' ')),
);
/** Where money was spent. */
const CHANNELS: ReadonlySet<string> = new Set(
  'online web internet app offline store stores instore shop mobile filiale laden tienda boutique negozio loja winkel'.split(
    ' ',
  ),
);
/** Words of a total. */
const TOTAL =
  /\b(?:gesamt|(?:total|sum|overall|all|lifetime|monetary|revenue|turnover|insgesamt|totale|complessivo|totaal)\b)/;
// cspell:enable

/** Whether a name says that it is the total. Cost: O(length). */
export function namesTotal(name: string): boolean {
  return TOTAL.test(wordsOf(name));
}

/** Whether a name may be that of a total: it says neither on what nor where. 'Food spend' is no total of 'toy spend'. */
export function mayNameTotal(name: string): boolean {
  return plainWordsOf(name).every((word) => GENERIC.has(word) || TOTAL.test(word) || /^\d+$/.test(word));
}

/** Whether a name says on what money was spent: not when alone, nor where. */
export function namesGoods(name: string): boolean {
  return !mayNameTotal(
    plainWordsOf(name)
      .filter((word) => !CHANNELS.has(word))
      .join(' '),
  );
}
