import { FURTHER_HEADERS } from './furtherLanguages';
import {
  AMOUNTS,
  bareHeader,
  CUSTOMER_NUMBER,
  ORDER_DATE,
  ORDER_NUMBER,
  PRICE,
  QUANTITY,
} from './likelyHeaders';
import { wordList } from './wordList';

/** What a column of a transaction log can mean, and all that follows from it. */
interface RoleEntry {
  /** The name of the option that says which column it is, and of the column of the typed log. */
  role: string;
  /** As a person reads it. */
  title: string;
  /** What the column holds, in half a sentence. */
  help: string;
  /** What its values are read as. */
  type: 'identifier' | 'date' | 'number' | 'text';
  /** Usual headers in several languages, in lower-case letters and digits without accents. */
  headers: readonly string[];
  /** Headers that count where none of the usual ones is there, the best first. */
  otherwise?: readonly string[];
  /** Patterns of further headers, the best first. What they find is offered; nobody is scored by it without being asked. */
  likely?: readonly RegExp[];
  /** A log without it tells no story. */
  needed?: true;
  /** Two columns that could be it are no reason to ask: it changes no number. */
  decorative?: true;
  /** Of several columns that could be it, the one whose header stands first in the list counts. */
  firstCounts?: true;
}

/** The roles, in the order in which they are looked for and listed. */
export const TRANSACTION_ROLES = [
  {
    role: 'customer',
    title: 'Customer',
    help: 'the customer',
    type: 'identifier',
    needed: true,
    likely: [CUSTOMER_NUMBER],
    headers: [
      ...wordList(`
      customerid customer customernumber customerno customercode custid custno clientid client clientno buyerid buyer
      userid user memberid member memberno membernumber accountid customeraccount
      donorid donor donorno donornumber patientid patientno patientnumber subscriberid guestid guestno
      kundennummer kundenid kunde kundennr kundencode kdnr debitor debitornr debitornummer debitorennummer
      idclient codeclient numeroclient numclient nclient noclient refclient numerodeclient
      cliente idcliente clienteid codigocliente codcliente numerocliente numcliente ncliente nocliente
      numerodecliente codigodecliente codigodocliente iddelcliente iddocliente codicecliente
      klant klantnummer klantnr klantid klantcode debiteur debiteurnummer debiteurnr
      kundnummer kundnr kundid kundkod kundenummer kundenr
      klient idklienta nrklienta numerklienta kodklienta
    `),
      ...FURTHER_HEADERS.customer,
    ],
    otherwise: [
      ...wordList(`
      customeremail buyeremail billingemail guestemail donoremail memberemail email emailaddress useremail clientemail kundenemail mail
      customername clientname buyername kundenname nomclient nomduclient nombrecliente nombredelcliente nomecliente klantnaam
      donorname guestname guest membername iban
      contactemail fromemailaddress emailbilling buyerusername soldto soldtoparty soldtocustomer
      selltocustomerno selltocustomer billtocustomerno billtocustomer accountemail accountreference contactname
      kundenmail clientmail emailklienta nazwaklienta correo correoelectronico courriel
      payer counterpartyiban counterpartyaccount tegenrekening counterparty counterpartyname naamtegenpartij auftraggeber soldtopt soldtopty purchaseremail purchasername billtopt zahler zahlungspflichtiger
      purchaser idcustomer customeremailmetadata nadawca
    `),
      ...FURTHER_HEADERS.customerOtherwise,
    ],
  },
  {
    role: 'invoice',
    title: 'Invoice number',
    help: 'the invoice or order',
    type: 'identifier',
    likely: [ORDER_NUMBER],
    headers: [
      ...wordList(`
      invoiceno invoice invoiceid invoicenumber orderid order orderno ordernumber transactionid transaction transactionno
      receipt receiptid receiptno receiptnumber basketid basket billno billnumber billid saleid ticketid ticketno
      rechnungsnummer rechnungsnr rechnung belegnummer belegnr beleg bon auftragsnummer auftragsnr bestellnummer bestellnr
      bestellung bonnummer bonnr facture numerofacture nfacture nofacture numfacture numerodefacture commande
      numerocommande ncommande nocommande numcommande idcommande numerodecommande factura numerofactura nfactura
      nofactura numfactura numerodefactura idfactura pedido numeropedido npedido nopedido numpedido idpedido
      numerodepedido numerodopedido fattura numerofattura nfattura nofattura numfattura ordine numeroordine nordine
      noordine idordine scontrino factuur factuurnummer factuurnr bestelnummer bestelnr ordernummer ordernr
      ordrenummer ordrenr fakturanummer fakturanr bestallning
      numerzamowienia nrzamowienia zamowienie idzamowienia numerfaktury nrfaktury paragon
      fatura numerofatura nfatura nofatura numerodafatura encomenda numeroencomenda numerodaencomenda notafiscal
    `),
      ...FURTHER_HEADERS.invoice,
    ],
    otherwise: wordList(`
      ordername documentnumber documentno docno docnum salesorder salesordernumber salesorderno salesdocument
      bookingid bookingno bookingnumber reservationid reservationno reservationnumber giftid donationid
      orderreference orderref paymentid chargeid voucherno vouchernumber
      billingdoc billingdocument billdoc salesdoc faktura docnumber purchaseid bookingref bookingreference reservationref idorder checkno checknumber checkid confirmationno confirmationnumber confirmationid
      vchno
    `),
  },
  {
    role: 'date',
    title: 'Purchase date',
    help: 'the purchase date',
    type: 'date',
    needed: true,
    likely: [ORDER_DATE],
    headers: [
      ...wordList(`
      invoicedate orderdate date transactiondate purchasedate saledate salesdate datetime timestamp
      orderpurchasetimestamp purchasetime purchasetimestamp day giftdate donationdate
      rechnungsdatum belegdatum auftragsdatum bestelldatum datum kaufdatum verkaufsdatum buchungsdatum
      datefacture datedefacture datecommande datedecommande dateachat datedachat datevente datedevente
      fecha fechafactura fechadefactura fechapedido fechadepedido fechacompra fechadecompra fechaventa fechadeventa
      datafattura dataordine dataacquisto datadiacquisto datavendita
      factuurdatum besteldatum orderdatum aankoopdatum verkoopdatum transactiedatum
      ordredato fakturadato bestillingsdato fakturadatum bestallningsdatum kopdatum salgsdato kjopsdato
      datazamowienia datasprzedazy datafaktury datawystawienia datazakupu
      datafatura datadafatura datapedido datadopedido datacompra datadacompra datavenda datadavenda dataencomenda
    `),
      ...FURTHER_HEADERS.date,
    ],
    otherwise: wordList(`
      createdat createdon created datecreated orderedat ordertime ordercreated purchasedat paidat paiddate datepaid
      processedat postingdate documentdate billingdate bookingday buchungstag checkin checkindate arrivaldate
      placedat dateplaced orderplaced orderplacedat orderedon placedon dateadded creationdate createddate createdtime createdatutc createdutc
      orderdatetime orderdateutc orderdateandtime erstelldatum erstelltam angelegtam
      visitdate appointmentdate servicedate eventtime eventdate bookingdate createddatetime invoicedat completedat
      soldat data time arrival checkindatetime bookedon bookedat posteddate postedat postedon valuedate periodstart billingperiodstart serviceperiodstart
      paymentdate dateofpayment zahlungsdatum datepaiement datedepaiement fechapago fechadepago datapagamento datadipagamento datadopagamento betaaldatum betalningsdatum betalingsdato dataoperacji dataplatnosci operationdate dateoperation fechaoperacion
      billdate transactioncreationdate dateadd anreise anreisedatum arrivee ankunft wertstellung giftdatetime checkdate
    `),
  },
  {
    role: 'quantity',
    title: 'Quantity',
    help: 'the quantity',
    type: 'number',
    likely: [QUANTITY],
    headers: [
      ...wordList(`
      quantity qty pieces units unitssold quantityordered qtyordered orderquantity itemquantity lineitemquantity quantitypurchased
      menge anzahl stuck stuckzahl stk quantite qte cantidad cant uds unidades quantita qta pezzi
      aantal hoeveelheid stuks antal antall ilosc quantidade qtd qtde
    `),
      ...FURTHER_HEADERS.quantity,
    ],
  },
  {
    role: 'price',
    title: 'Unit price',
    help: 'the unit price',
    type: 'number',
    likely: [PRICE],
    headers: [
      ...wordList(`
      unitprice price priceperunit priceeach itemprice lineitemprice itemcost
      einzelpreis stuckpreis preis prixunitaire prix precio preciounitario preciounidad prezzo prezzounitario
      prijs stuksprijs eenheidsprijs prijsperstuk pris stykpris styckpris cena cenajednostkowa preco precounitario valorunitario
    `),
      ...FURTHER_HEADERS.price,
    ],
    otherwise: wordList(`
      sellingprice saleprice salesprice apris
    `),
  },
  {
    role: 'amount',
    title: 'Amount',
    help: 'what was paid, instead of quantity and price',
    type: 'number',
    likely: AMOUNTS,
    headers: [
      ...wordList(`
      amount totalamount total revenue sales salesamount totalprice totalvalue linetotal ordervalue ordertotal
      purchaseamount transactionamount giftamount donationamount turnover spending value grandtotal
      betrag umsatz summe gesamtbetrag gesamt gesamtpreis gesamtsumme rechnungsbetrag
      montant montanttotal prixtotal chiffredaffaires importe importetotal preciototal totalfactura
      importo importototale totale prezzototale totalefattura fatturato bedrag totaal totaalbedrag omzet totaalprijs
      belopp beløb beløp totalbelopp totalbeløb
      kwota wartosc wartosczamowienia wartoscbrutto razem
      valor valortotal precototal receita faturamento montante
    `),
      ...FURTHER_HEADERS.amount,
    ],
    otherwise: wordList(`
      netsales netamount netrevenue netvalue nettobetrag nettowert nettoumsatz netto montantht totalht importeneto importonetto nettobedrag valorliquido
      ordertotalamount orderamount invoiceamount lineamount amountpaid paidamount salesvalue saletotal grossamount
      paymentvalue settlementamount amountsubmittedforsettlement
      totalrevenue totalsales totalspend totalt totaltbelopp gross
      umsatzohnesollhabenkz umsatzohnesollhabenkennzeichen productsales amountlcy grosstransactionamount totalpaidtaxincl totalpaid amountreceived
      itemtotal linetotalamount rowtotal rowtotalincltax grosssales bruttobetrag brutto montantttc totalttc importebruto importolordo brutobedrag valorbruto subtotal net
    `),
  },
  {
    role: 'description',
    title: 'Item',
    help: 'the item',
    type: 'text',
    decorative: true,
    headers: [
      ...wordList(`
      description productdescription productname product itemname item article articlename lineitemname
      artikel artikelbezeichnung bezeichnung beschreibung produkt artikelname designation produit libelle
      descripcion producto articulo descrizione prodotto articolo omschrijving artikelomschrijving descricao produto artigo
    `),
      ...FURTHER_HEADERS.description,
    ],
  },
  {
    role: 'country',
    title: 'Country',
    help: 'the country',
    type: 'text',
    decorative: true,
    headers: wordList(`
      country customercountry land nation pays pais paese nazione
    `),
    otherwise: wordList(`
      billingcountry shippingcountry shipcountry countrycode lieferland rechnungsland
    `),
  },
  {
    role: 'currency',
    title: 'Currency',
    help: 'the currency',
    type: 'text',
    firstCounts: true,
    headers: [
      ...wordList(`
      currency currencycode curr ordercurrency ordercurrencycode currencyisocode transactioncurrency invoicecurrency presentmentcurrency
      wahrung waehrung devise monnaie moneda divisa valuta moeda waluta
    `),
      ...FURTHER_HEADERS.currency,
    ],
  },
  {
    role: 'status',
    title: 'Status',
    help: 'the status of an order: refunded, canceled, failed …',
    type: 'text',
    firstCounts: true,
    headers: [
      ...wordList(`
      financialstatus paymentstatus orderstatus transactionstatus status eventtype transactiontype
      bestellstatus auftragsstatus zahlungsstatus statut statutcommande statutdelacommande estado estadopedido
      estadodelpedido statuszamowienia stato statoordine statodellordine statusdopedido situacao paymentstate orderstate
      invoicestatus chargestatus saletransactionstatus etat etatcommande etatdelacommande etatdupaiement
      estadodelpago estadopago statopagamento betaalstatus bestelstatus auftragszustand rechnungsstatus
      type linetype rowtype ordertype documenttype doctype recordtype saletype salestype invoicetype billtype billingtype
      belegart belegtyp dokumentart dokumenttyp vorgangsart fakturaart typededocument typedocument typedepiece
      tipodocumento tipodedocumento tipodedoc tipodoc documentsoort billt currentstate
    `),
      ...FURTHER_HEADERS.status,
    ],
  },
  {
    role: 'canceled',
    title: 'Canceled',
    help: 'when or whether an order was canceled, returned or paid',
    type: 'text',
    firstCounts: true,
    headers: [
      'cancelled', // lint-words: allow
      ...wordList(`
      cancelledat canceledat canceled iscancelled iscanceled cancellationdate cancelleddate canceleddate
      voidedat voided isvoided storniert stornodatum annule cancelado anulado annullato geannuleerd
      refunded isrefunded wasrefunded fullyrefunded refundedat refunddate refundeddate
      returned isreturned wasreturned returnedat returndate returneddate chargeback chargedback
      erstattet retourniert rembourse retourne reembolsado devuelto rimborsato reso terugbetaald geretourneerd
      paid ispaid bezahlt paye pagado pagato betaald
      test istest testorder istestorder testmode istestmode livemode islive
      `),
    ],
  },
  {
    role: 'refunded',
    title: 'Refunded amount',
    help: 'the amount that was refunded',
    type: 'number',
    firstCounts: true,
    headers: wordList(`
      refundedamount amountrefunded refundamount orderrefundamount totalrefunded refundedtotal ordertotalrefunded
      refundstotal refundtotal totalrefund totalrefunds returnedamount returnamount amountreturned refund refunds partialrefund partialrefunds
      erstattungsbetrag erstattung montantrembourse importereembolsado importorimborsato terugbetaaldbedrag
      valorreembolsado
    `),
  },
  {
    role: 'discount',
    title: 'Discount',
    help: 'an amount to take off for vouchers and discounts (not recognized by its name: most amounts are without it)',
    type: 'number',
    headers: [],
  },
] as const satisfies readonly RoleEntry[];

/** What a column of a transaction log means. */
export type TransactionRole = (typeof TRANSACTION_ROLES)[number]['role'];

/** Which column holds what; `null` where the log has no such column. */
export type TransactionColumns = Readonly<Record<TransactionRole, string | null>>;

/** Columns named by the caller. */
export type TransactionColumnOptions = Readonly<Partial<Record<TransactionRole, string>>>;

/** Their names alone. */
export const ROLE_NAMES: readonly TransactionRole[] = TRANSACTION_ROLES.map(({ role }) => role);

/** All that is known of a role. */
export function roleEntry(name: TransactionRole): RoleEntry {
  return TRANSACTION_ROLES.find(({ role }) => role === name)!;
}

/** Ranks from here on are no usual headers. */
const LIKELY = 2;

/** Whether a header says outright that its column has a role. */
export function namesRole(role: TransactionRole, name: string): boolean {
  const rank = headerRank(role, name);
  return rank !== undefined && rank < LIKELY;
}

/**
 * How well a header says that its column has a role: 0 in so many words, 1 where no other does, from 2 on likely. Undefined
 * where it does not say so.
 */
export function headerRank(role: TransactionRole, name: string): number | undefined {
  const { headers, otherwise = [], likely = [] } = roleEntry(role);
  const header = bareHeader(name);
  if (headers.includes(header)) return 0;
  if (otherwise.includes(header)) return 1;
  const at = likely.findIndex((pattern) => pattern.test(header));
  return at < 0 ? undefined : LIKELY + at;
}

/** One thing for each role, by its name. */
export function byRole<T>(
  give: (entry: (typeof TRANSACTION_ROLES)[number]) => T,
): Record<TransactionRole, T> {
  return Object.fromEntries(TRANSACTION_ROLES.map((entry) => [entry.role, give(entry)])) as Record<
    TransactionRole,
    T
  >;
}
