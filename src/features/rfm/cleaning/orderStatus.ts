import { isMissingText } from '../../../table/missing';
import { FURTHER_STATUSES } from '../furtherLanguages';
import { bareHeader, SIDE_HEADER } from '../likelyHeaders';
import { wordList } from '../wordList';

/**
 * What a status says of the money of its row: 'sale', it counts; 'refunded', it all came back; 'none', there was no
 * sale (canceled, failed, pending, a test); 'refund', the row itself takes money back; 'other', it is no order.
 */
export type StatusMeaning = 'sale' | 'refunded' | 'none' | 'refund' | 'other';

/**
 * Statuses in lower-case letters without accents, in English, German, French, Spanish, Italian, Dutch and Portuguese, and
 * a few in Polish.
 */
const WORDS: Readonly<Record<StatusMeaning, readonly string[]>> = {
  sale: [
    ...wordList(`
    invoice rechnung verkaufsrechnung facture factura fattura factuur fatura notafiscal
    paid complete completed placedorder processing shipped delivered fulfilled partiallyfulfilled unfulfilled unshipped
    partiallyshipped closed succeeded success successful settled captured authorized authorised partiallypaid
    partiallyrefunded partialrefund confirmed approved invoiced payment sale order charge live done finished dispatched
    shippeddeliveredtobuyer shippedoutfordelivery shippedpickedup active open checkedout checkedin stayed attended
    accepted awaitingfulfillment awaitingshipment awaitingpickup awaitingdelivery readyforpickup readytoship
    pendingshipment pendingfulfillment pendingdelivery intransit outfordelivery preparing packed backordered
    expresscheckoutpayment websitepayment mobilepayment generalpayment subscriptionpayment ebayauctionpayment
    preapprovedpayment preapprovedpaymentbilluserpayment directcreditcardpayment donationpayment
    settling submittedforsettlement settlementpending capture
    salesorder paidpartially refundedpartially renewal rebill initialpurchase newpurchase deposited receipt salesreceipt cashsale taxinvoice debitnote billed collected posted cleared finalized
    bezahlt abgeschlossen versendet verschickt geliefert zugestellt inbearbeitung verkauf erledigt fertig
    teilweisebezahlt teilweiseerstattet teilweiseruckerstattet barverkauf kassenbon
    paye payee terminee termine expedie expediee livre livree encours preparationencours encoursdepreparation vente
    accepte acceptee partiellementrembourse partiellementremboursee ticket
    pagado pagada completado completada enviado enviada entregado entregada venta procesando preparacionencurso
    aceptado aceptada parcialmentereembolsado parcialmentedevuelto ventas
    pagato pagata completato completata spedito spedita consegnato consegnata vendita inlavorazione accettato
    parzialmenterimborsato
    betaald voltooid verzonden afgeleverd geleverd verkoop inbehandeling gedeeltelijkterugbetaald
    zrealizowane zrealizowany opłacone zapłacone wysłane dostarczone zakonczone
    pago paga concluido concluida entregue venda enviada processando parcialmentereembolsada parcialmentedevolvido
  `),
    ...FURTHER_STATUSES.sale,
  ],
  refunded: [
    ...wordList(`
    refunded fullyrefunded returned fullyreturned reversed reversal chargeback chargedback disputelost
    shippedreturnedtoseller shippedrejectedbybuyer shippedreturningtoseller
    erstattet ruckerstattet zuruckerstattet retourniert zuruckgegeben rembourse remboursee retourne retournee
    reembolsado reembolsada devuelto devuelta rimborsato rimborsata reso terugbetaald geretourneerd
    zwrot zwrocone zwrocony
    devolvido devolvida estornado estornada
  `),
    ...FURTHER_STATUSES.refunded,
  ],
  none: [
    ...wordList(`
    canceled void voided failed failure declined rejected denied blocked fraud expired abandoned error aborted
    pending pendingpayment paymentpending awaitingpayment pendingavailability unpaid onhold incomplete draft
    checkoutdraft autodraft trash deleted test testorder testing requirespaymentmethod requiresconfirmation
    requiresaction requirescapture noshow due pastdue overdue awaiting missing missingorder missingorders paymentfailed paymentfailure billingissue suspectedfraud chargefailed uncollectible
    gatewayrejected processordeclined authorizationexpired settlementdeclined
    writtenoff forgiven lapsed timedout naopago cancel cancelation
    storno stornierung annulation anulacion cancelacion annullamento annulering anulacao cancelamento
    storniert abgebrochen fehlgeschlagen ausstehend unbezahlt abgelehnt entwurf testbestellung geloscht
    uberfallig angemahnt gemahnt wartend warte
    annule annulee echoue echouee echec erreur enattente attente refuse refusee impaye impayee brouillon
    cancelado cancelada anulado anulada fallido fallida pendiente rechazado rechazada impagado
    annullato annullata fallito fallita inattesa rifiutato nonpagato insoluto
    geannuleerd mislukt inafwachting openstaand geweigerd onbetaald vervallen
    anulowane anulowany odrzucone nieopłacone oczekujace
    falhou pendente recusado recusada aguardandopagamento aguardando
  `),
    ...FURTHER_STATUSES.none,
  ],
  refund: wordList(`
    refund refunds refundedorder return returns returnorder creditnote creditmemo creditinvoice canceledorder
    refundreceipt reversalinvoice customerreturn paymentrefund paymentreversal
    gutschrift gutschriften rechnungskorrektur retoure retouren rucksendung ruckgabe ruckzahlung erstattung
    stornorechnung
    remboursement avoir retour facturedavoir reembolso devolucion devoluciones notadecredito notacredito
    facturarectificativa rimborso notadicredito notacredito notadiaccredito resi terugbetaling creditnota
    creditfactuur retouren devolucao devolucoes notadecredito estorno
  `),
  other: wordList(`
    orderedproduct fulfilledorder fulfilledpartialorder startedcheckout checkoutstarted viewedproduct addedtocart
    activeonsite receivedemail openedemail clickedemail subscribedtolist unsubscribed transfer payout fee fees
    estimate quote quotation proforma proformainvoice vendorbill expense journal journalentry
    withdrawal generalwithdrawal generalwithdrawalbankaccount userinitiatedwithdrawal generalcurrencyconversion
    currencyconversion balancetransfer masspaypayment shoppingcartitem generalhold generalholdrelease paymenthold
    paymentrelease holdonbalancefordisputeinvestigation cancelationofholdfordisputeresolution generalauthorization
    accountholdforopenauthorization reversalofgeneralaccounthold bankdeposittoppaccount chargebackfee disputefee
    reminder dunning openingbalance openingbalances balanceforward broughtforward balancebroughtforward closingbalance
    saldovortrag anfangsbestand reportanouveau saldoinicial saldodeapertura saldoiniziale beginsaldo
    angebot kostenvoranschlag proformarechnung mahnung eingangsrechnung umbuchung auszahlung gebuhr gebuhren
    devis relance frais presupuesto cotizacion preventivo offerta offerte
    aanmaning orcamento cotacao
  `),
};

const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map(
  (Object.keys(WORDS) as StatusMeaning[]).flatMap((meaning) =>
    WORDS[meaning].map((word): [string, StatusMeaning] => [word, meaning]),
  ),
);

/** Words beside one that says what happened: 'Sales return', 'Komplett bezahlt', 'Pendiente de pago'. */
const FILLERS: ReadonlySet<string> = new Set(
  wordList(`
    order orders sale sales customer client buyer seller user merchant vendor admin system host guest courier driver restaurant shop store online web by of for the a an to on
    payment payments bank wire transfer check fully completely entirely automatically auto manually manual in full complete
    bestellung auftrag zahlung zahlungs auf kunde kunden komplett vollstandig ganz vom von der die das durch
    commande paiement client vente par le la les l du de des d totalement cheque carte virement bancaire
    pedido pago compra venta cliente por el los las del totalmente completamente
    ordine pagamento vendita di da dal il lo completamente
    bestelling betaling klant door het een volledig
    encomenda compra venda do dos da das pelo pela totalmente
  `),
);

const NOT: ReadonlySet<string> = new Set(wordList('not un nicht non no pas sin niet nao noch'));
const PAID: ReadonlySet<string> = new Set(
  wordList('paid completed captured bezahlt paye payee pagado pagada pagato pagata betaald pago paga'),
);

/** Money that is still to come, by the word of a column that is about payments. */
const OPEN: ReadonlySet<string> = new Set(wordList('open offen ouvert abierto aperto aberto outstanding'));

/** Words for a deed: as a status they say that an order came to nothing, as a document they take one back. */
const TAKEN_BACK: ReadonlySet<string> = new Set(
  wordList(`
    cancel cancelation reversal chargeback storno stornierung annulation anulacion cancelacion annullamento
    annulering anulacao cancelamento
  `),
);

/** What the values of a column tell of: how far an order is, how far its payment is, or what kind of document it is. */
export type StatusOf = 'order' | 'payment' | 'document';

/** What a column tells of, by a word of its header. */
export function statusOf(column: string): StatusOf {
  if (/type|typ$|art$|tipo|soort|metric|event/i.test(column)) return 'document';
  return /pay|paid|financ|zahl|paiement|pago|pagamento|betal/i.test(column) ? 'payment' : 'order';
}

/**
 * What a status means; undefined for one that is not known. Words that only go with others may stand around it, and
 * several words that mean the same.
 */
export function statusMeaning(status: string, of: StatusOf = 'order'): StatusMeaning | undefined {
  const whole = plain(status);
  if (of === 'payment' && OPEN.has(whole)) return 'none';
  if (of === 'document' && TAKEN_BACK.has(whole)) return 'refund';
  const exact = MEANINGS.get(whole);
  if (exact !== undefined || status.length > LONGEST) return exact;
  const parts = status.split(/[/|,;:()]/).filter((part) => plain(part) !== '');
  const meanings = new Set(parts.map(meaningAmongFillers));
  return meanings.size === 1 ? [...meanings][0] : undefined;
}

/** A longer text is a sentence. */
const LONGEST = 60;

function meaningAmongFillers(part: string): StatusMeaning | undefined {
  const all = part
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}\p{N}]+/u)
    .map(plain);
  const telling = all.filter((word) => word !== '' && !FILLERS.has(word));
  const isNot = telling.length === 2 && NOT.has(telling[0]) && PAID.has(telling[1]);
  return isNot ? 'none' : (MEANINGS.get(plain(part)) ?? MEANINGS.get(telling.join('')));
}

/** What a document is that asks for money, and what stands for the same money before and after it. */
const INVOICES: ReadonlySet<string> = new Set(
  wordList(
    'invoice salesinvoice rechnung verkaufsrechnung facture factura fattura factuur fatura notafiscal',
  ),
);
const SAME_MONEY: ReadonlySet<string> = new Set(
  wordList(`
    payment receipt customerpayment order salesorder deliverynote deliveryslip shipment
    zahlung zahlungseingang auftrag bestellung auftragsbestatigung lieferschein
    paiement reglement encaissement commande bondecommande bondelivraison
    pago cobro pedido albaran pagamento incasso ordine ddt documentoditrasporto
    betaling bestelling order leverbon pakbon recebimento encomenda guiaderemessa
  `),
);

/** Whether statuses are kinds of documents, since some ask for money. */
export function areDocuments(statuses: readonly string[]): boolean {
  const words = statuses.map(plain);
  return words.some((word) => INVOICES.has(word)) || codesOf(words) !== undefined;
}

/**
 * Which kinds of rows are the lines of another of these, of which the same money is told: 'Sale Line' beside 'Sale', or
 * its payments.
 */
export function repeatsHead(statuses: readonly string[]): (status: string) => boolean {
  const words = new Set(statuses.map(plain));
  const heads = [...words].filter((word) => LINE.test(word)).map((word) => word.replace(LINE, ''));
  const known = new Set(heads.filter((head) => words.has(head)));
  return (status) => {
    const word = plain(status);
    if (known.size === 0 || known.has(word)) return false;
    return (LINE.test(word) && known.has(word.replace(LINE, ''))) || SAME_MONEY.has(word);
  };
}

const LINE = /(?:lines?|items?|lineitems?|detail)$/;

/** The codes of programs for documents: those of Sage (invoices, credits, receipts of money, those on account), and SAP's. */
const CODES: readonly { invoice: string; meanings: ReadonlyMap<string, StatusMeaning> }[] = [
  {
    invoice: 'si',
    meanings: new Map([
      ['si', 'sale'],
      ['sc', 'refund'],
      ['sr', 'other'],
      ['sa', 'other'],
    ]),
  },
  {
    invoice: 'f2',
    meanings: new Map([
      ['f1', 'sale'],
      ['f2', 'sale'],
      ['l2', 'sale'],
      ['s2', 'sale'],
      ['g2', 'refund'],
      ['re', 'refund'],
      ['s1', 'refund'],
      ['f5', 'other'],
      ['f8', 'other'],
    ]),
  },
];

function codesOf(words: readonly string[]) {
  const found = CODES.find(({ invoice }) => words.includes(invoice));
  return found && words.length > 1 && words.every((word) => found.meanings.has(word))
    ? found.meanings
    : undefined;
}

/** What the code of a document means, where all these statuses are such codes. */
export function codeMeaning(statuses: readonly string[]): (status: string) => StatusMeaning | undefined {
  const codes = codesOf(statuses.map(plain));
  return (status) => codes?.get(plain(status));
}

/**
 * Whether a kind of document stands for money that an invoice asks for: where a log holds invoices, their payments,
 * orders and delivery notes are no sales of their own.
 */
export function repeatsInvoice(status: string): boolean {
  return SAME_MONEY.has(plain(status));
}

const DEBITS: ReadonlySet<string> = new Set(
  wordList(
    'debit debits d dr dbit db s soll debe dare debet debito cargo lastschrift belastung af wn 借方 дебет',
  ),
);
const CREDIT_SIDE: ReadonlySet<string> = new Set(
  wordList('credit credits c cr crdt h haben haber avere credito kredit abono gutschrift bij ma 貸方 кредит'),
);

/**
 * Whether statuses say nothing but the side of a ledger that a row stands on. One letter does where the header of their
 * column says so: 'D' and 'C' may be delivered and canceled too.
 */
export function areSides(statuses: readonly string[], column: string): boolean {
  const words = statuses.map(plain);
  const isSide = SIDE_HEADER.test(bareHeader(column));
  const among = (side: ReadonlySet<string>) =>
    words.filter((word) => side.has(word) && (isSide || word.length > 2));
  const [debits, credits] = [among(DEBITS), among(CREDIT_SIDE)];
  return debits.length > 0 && credits.length > 0 && debits.length + credits.length === words.length;
}

/** A credit is what is paid back beside sales; alone it may be a card. */
export function isCredit(status: string): boolean {
  return CREDITS.has(plain(status));
}

const CREDITS: ReadonlySet<string> = new Set(wordList('credit credits abono abonos accredito'));

/** Whether a part comes back: 'Partially refunded', 'partial return', 'teilweise erstattet'. */
export function isPartial(status: string): boolean {
  return /part|parz|parc|teil|gedeelt/i.test(status) && BACK.test(status);
}

const BACK = /refund|return|back|erstatt|zurück|rembours|reembols|devol|devuelt|rimbors|terugbet/i;

/** Whether orders were paid with play money, as shops mark it. */
export function isPlayMoney(text: string): boolean {
  return /bogus gateway|\(for testing\)|(?<!\p{L})test[- ]?(?:mode|payment|order|zahlung|bestellung)/iu.test(
    text,
  );
}

/** Whether an order counts as canceled by what stands in a column for it: a date, a yes or 'void' does; other words do not. */
export function isCanceled(text: string): boolean {
  if (isMissingText(text)) return false;
  return statusMeaning(text) === 'none' || YES.has(plain(text)) || /\d{4}|\d[./-]\d/.test(text);
}

/**
 * What a column says of an order that is called by what became of it, 'Returned', 'Paid' or 'Test', and holds a yes, a no or a day;
 * undefined where its header says nothing of the kind.
 */
export function flagMeaning(column: string): ((text: string) => StatusMeaning | undefined) | undefined {
  const header = flagHeader(column);
  const isTest = yesNo('none', 'sale');
  // 0 and 1 may be the groups of an experiment
  if (plain(column) === 'test') return (text) => (/^\s*[01]\s*$/.test(text) ? undefined : isTest(text));
  if (TESTED.has(header)) return isTest;
  if (PAID.has(header) || LIVE.has(header)) return yesNo('sale', 'none');
  return CAME_BACK.test(header) ? yesNo('refunded', 'sale') : undefined;
}

const CAME_BACK =
  /^(?:refund|return|charged?back|erstattet|retourn|rembours|reembols|devuelto|rimborsat|reso|terugbet|geretour)/;

/** What a yes or a day means, and what a no. */
function yesNo(yes: StatusMeaning, no: StatusMeaning) {
  return (text: string): StatusMeaning | undefined =>
    isYes(text) ? yes : NO.has(plain(text)) ? no : undefined;
}

/** 'Is paid' → 'paid'. */
function flagHeader(column: string): string {
  return plain(column).replace(/^(?:is|was|fully)(?=[a-z])/, '');
}

/** Headers that say whether an order is a test, and whether it is none. */
const TESTED: ReadonlySet<string> = new Set(wordList('test testorder testmode'));
const LIVE: ReadonlySet<string> = new Set(wordList('livemode live'));

/** Whether a flag is about tests rather than payments. */
export function isAboutTests(column: string): boolean {
  const header = flagHeader(column);
  return TESTED.has(header) || LIVE.has(header);
}

function isYes(text: string): boolean {
  return YES.has(plain(text)) || DAY.test(text);
}

const DAY = /^\d{4}-\d\d-\d\d|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/;

const NO: ReadonlySet<string> = new Set([
  '0',
  ...wordList(`no n false f nein falsch non faux falso nee onwaar nao not`),
]);

const YES: ReadonlySet<string> = new Set([
  '1',
  ...wordList(`true yes y t x ja oui si sim wahr vrai vero waar verdadero`),
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
