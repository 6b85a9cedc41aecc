import { isMissingText } from '../../../table/missing';

/**
 * What a status says of the money of its row: 'sale', it counts; 'refunded', it all came back; 'none', there was no
 * sale (canceled, failed, pending, a test); 'refund', the row itself takes money back; 'other', it is no order.
 */
export type StatusMeaning = 'sale' | 'refunded' | 'none' | 'refund' | 'other';

/** Statuses in lower-case letters without accents, in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const WORDS: Readonly<Record<StatusMeaning, readonly string[]>> = {
  sale: words(`
    paid complete completed placedorder processing shipped delivered fulfilled partiallyfulfilled unfulfilled unshipped
    partiallyshipped closed succeeded success successful settled captured authorized authorised partiallypaid
    partiallyrefunded partialrefund confirmed approved invoiced payment sale order charge live done finished dispatched
    shippeddeliveredtobuyer shippedoutfordelivery shippedpickedup active open checkedout checkedin stayed attended
    bezahlt abgeschlossen versendet verschickt geliefert zugestellt inbearbeitung verkauf
    paye payee terminee termine expediee livree encours vente
    pagado pagada completado completada enviado entregado venta
    pagato pagata completato completata spedito consegnato vendita
    betaald voltooid verzonden afgeleverd verkoop pago paga concluido concluida entregue venda
  `),
  refunded: words(`
    refunded fullyrefunded returned fullyreturned reversed chargeback chargedback disputelost
    shippedreturnedtoseller shippedrejectedbybuyer shippedreturningtoseller
    erstattet ruckerstattet zuruckerstattet retourniert zuruckgegeben rembourse remboursee retourne retournee
    reembolsado reembolsada devuelto devuelta rimborsato rimborsata reso terugbetaald geretourneerd
    devolvido devolvida estornado estornada
  `),
  none: words(`
    canceled void voided failed failure declined rejected denied blocked fraud expired abandoned error aborted
    pending pendingpayment paymentpending awaitingpayment pendingavailability unpaid onhold incomplete draft
    checkoutdraft autodraft trash deleted test testorder testing requirespaymentmethod requiresconfirmation
    requiresaction requirescapture noshow
    storniert abgebrochen fehlgeschlagen ausstehend unbezahlt abgelehnt entwurf testbestellung geloscht
    annule annulee echoue echouee enattente refuse refusee impaye
    cancelado cancelada anulado anulada fallido fallida pendiente rechazado rechazada
    annullato annullata fallito fallita inattesa rifiutato
    geannuleerd mislukt inafwachting openstaand geweigerd
    falhou pendente recusado aguardandopagamento
  `),
  refund: words(`
    refund refundedorder return returnorder creditnote creditmemo canceledorder gutschrift rucksendung stornorechnung
    remboursement avoir reembolso devolucion notadecredito rimborso notadicredito terugbetaling creditnota devolucao
  `),
  other: words(`
    orderedproduct fulfilledorder fulfilledpartialorder startedcheckout checkoutstarted viewedproduct addedtocart
    activeonsite receivedemail openedemail clickedemail subscribedtolist unsubscribed transfer payout fee
  `),
};

const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map(
  (Object.keys(WORDS) as StatusMeaning[]).flatMap((meaning) =>
    WORDS[meaning].map((word): [string, StatusMeaning] => [word, meaning]),
  ),
);

/** What a status means; undefined for one that is not known. */
export function statusMeaning(status: string): StatusMeaning | undefined {
  return MEANINGS.get(plain(status));
}

/** Whether an order counts as canceled by what stands in a column for it: a date, a yes or 'void' does; other words do not. */
export function isCanceled(text: string): boolean {
  if (isMissingText(text)) return false;
  return statusMeaning(text) === 'none' || YES.has(plain(text)) || /\d{4}|\d[./-]\d/.test(text);
}

const YES: ReadonlySet<string> = new Set([
  '1',
  ...words(`true yes y t x ja oui si sim wahr vrai vero waar verdadero`),
]);

/** In letters and digits without accents; both spellings of "canceled" are one. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^wc(?=[a-z])/, '')
    .replaceAll('cancell', 'cancel');
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
