import { wordsOf } from '../core/columnNames';
import { withoutAccents } from '../core/withoutAccents';

/** What the name of a column says that it holds. */
export interface CodeNoun {
  kind: CodeKind;
  /** In the plural, as it follows "holds". */
  what: string;
  /** Whether the name says that it is a number or code: 'store no', 'codice cliente'. */
  numbered: boolean;
  /** Whether it says so in a word that means nothing else: 'no' and 'code' rather than 'number'. */
  certain: boolean;
}

/** Kinds of codes, by what their values are like. */
type CodeKind =
  | 'postcode'
  | 'phone'
  | 'reference'
  | 'article'
  | 'unit'
  | 'group'
  | 'number'
  | 'place'
  | 'timezone'
  | 'version'
  | 'rank'
  | 'month'
  | 'week'
  | 'weekday'
  | 'quarter'
  | 'hour';

interface Lexeme {
  kind: CodeKind;
  what: string;
  /** Names end with one of these, in English, German, French, Spanish, Italian, Portuguese and Dutch, accents left off. */
  words: string;
}

const LEXICON: readonly Lexeme[] = [
  {
    kind: 'postcode',
    what: 'postcodes',
    words:
      'zip,zips,zipcode,zip code,zip plus,postcode,post code,postal code,postal,plz,postleitzahl,code postal,codigo postal,cap,codice avviamento postale,codice postale,cep,cp,postnummer,postnr,kod pocztowy,psc,posta kodu,postinumero,iranyitoszam,индекс,почтовыи индекс,τκ,ταχυδρομικος κωδικας,郵便番号,邮编,邮政编码,우편번호',
  },
  {
    kind: 'phone',
    what: 'phone numbers',
    words:
      'phone,phone number,phonenumber,telephone,tel,tel no,mobile,mobile phone,cell,cellphone,cell phone,fax,whatsapp,gsm,handy,telefon,telefonnummer,mobil,mobilnummer,handynummer,msisdn,imsi,imei,iccid,sim,telefono,movil,celular,cellulare,telefone,telemovel,telefoon,puhelin,телефон,τηλεφωνο,κινητο,電話番号,携帯電話,电话,手机,전화번호,telefoonnummer,mobiel,portable',
  },
  {
    kind: 'reference',
    what: 'references of customers or accounts',
    words:
      'ref,reference,referenz,referencia,riferimento,referentie,account,acct,konto,kontonummer,compte,cuenta,conto,conta,rekening,rekeningnummer,iban,client,customer,kunde,kundennummer,kundennr,klant,klantnummer,cliente,member,mitglied,mitgliedsnummer,user,policy,police,contract,contrat,contrato,contratto,vertrag,vertragsnummer,card,loyalty card,karte,kartennummer,carte,tarjeta,tessera,cartao,kaart,crm,rechnungsnummer,passport,ssn,nif,dni,siret,siren,membership,membership card,mitgliedschaft,debitor,debiteur,debtor,kreditor,creditor,codice fiscale,confirmation,booking,reservation,folio,reservierung,buchung,ustid,partita iva,pesel,regon,mrn,kunnr,cpf,cnpj,bsn,steuernummer,serial,device,license,license plate,kennzeichen,vin',
  },
  {
    kind: 'article',
    what: 'article numbers',
    words:
      'sku,ean,upc,gtin,isbn,asin,barcode,article,artikel,artikelnummer,artikelnr,articolo,articulo,artigo,item code,item no,item number,product code,product no,product number,stock code,stockcode',
  },
  {
    kind: 'article',
    what: 'numbers of rooms or houses',
    words:
      'room,zimmer,chambre,habitacion,kamer,stanza,locker,spind,casier,seat,apartment,house no,house number,hausnummer,huisnummer,numero civico,seat row',
  },
  {
    kind: 'unit',
    what: 'numbers of stores, areas or people',
    words:
      'store,shop,branch,outlet,filiale,filialnummer,markt,magasin,agence,boutique,tienda,sucursal,negozio,punto vendita,loja,filial,agencia,agenzia,winkel,filiaal,vestiging,warehouse,depot,lager,sales office,region,regio,regione,regiao,area code,district,territory,zone,zona,gebiet,bezirk,bundesland,canton,kanton,province,provincia,provincie,departement,state,county,country,land,pays,pais,paese,city,rep,sales rep,salesrep,sales person,salesperson,salesman,seller,agent,agente,advisor,adviser,account manager,vertreter,verkaufer,verkaeufer,betreuer,kundenbetreuer,vendeur,commercial,representant,representante,vendedor,comercial,venditore,rappresentante,verkoper,vertegenwoordiger,cashier,employee,mitarbeiter,supplier,lieferant,vendor,route,terminal,till,vermittler,makler,agentur,aussendienst,aussendienstmitarbeiter,innendienst,sachbearbeiter,broker,teller,vkorg,verkaufsorganisation,vtweg,vertriebsweg,kdgrp,bzirk,vkbur,verkaufsburo,vkgrp,verkaufergruppe,werks,bukrs,buchungskreis,mandant,sales org,sales organization,sales group,distribution channel,company code,plant,manager,relationship manager,owner,record owner,account owner,assigned to,csm,technician,opiekun,przedstawiciel,oddzial,wojewodztwo,sube,bolge,temsilci,temsilcisi',
  },
  {
    kind: 'group',
    what: 'numbers of groups',
    words:
      'segment,segmento,cluster,group,gruppe,kundengruppe,groupe,grupo,gruppo,groep,klantgroep,class,klasse,classe,clase,cohort,kohorte,cohorte,coorte,label,campaign,kampagne,campagne,campana,campagna,campanha,type,typ,tipo,status,statut,estado,stato,category,kategorie,categorie,categoria,channel,kanal,canal,canale,kanaal,source,quelle,fuente,fonte,bron,department,abteilung,persona,batch,sex,gender,geschlecht,sexe,sexo,sesso,genero,genere,geslacht,plec,pohlavi,cinsiyet,ethnicity,religion,nationality,nationalitat,citizenship,language,sprache,langue,idioma,lingua,taal,occupation,profession,beruf,industry,branche,sector,method,payment method,zahlungsart,zahlungsmethode,marke,ab test,a b test,split test,variant,variante,experiment,study arm,trial arm,treatment arm,ab bucket,a b bucket,test bucket,cv fold,grupa,kategoria,skupina,grup,kategori',
  },
  {
    kind: 'place',
    what: 'places on the map',
    words:
      'lat,latitude,lon,lng,longitude,gps,breitengrad,langengrad,latitud,longitud,latitudine,longitudine,breedtegraad,lengtegraad',
  },
  {
    kind: 'timezone',
    what: 'time zones',
    words: 'utc offset,gmt offset,timezone offset,time zone offset,tz offset,timezone,time zone,tz,zeitzone',
  },
  {
    kind: 'version',
    what: 'versions',
    words: 'version,app version,release,firmware,os version',
  },
];

/** Words that are things people buy or count as well: of a number or code only, as in 'Desk no' and 'Brand code'. */
const NUMBERED_LEXICON: readonly Lexeme[] = [
  { kind: 'article', what: 'numbers of rooms or houses', words: 'row,aisle,gate,lane,desk,shelf' },
  { kind: 'group', what: 'numbers of groups', words: 'race,brand,treatment,arm,bucket,fold' },
];

/** Words at the end of a name (or, in Romance languages, at its beginning) that make a number of what they are said of. */
const NUMBER_WORDS = set(
  'id,no,nr,num,number,nummer,numero,code,kode,codigo,codice,key,schlussel,kennziffer,kennung,matricule',
);
/** Those that nothing else is called: a 'number' may also be how many. */
const NUMBERS_ONLY = set(
  'id,no,nr,nummer,code,kode,codigo,codice,key,schlussel,kennziffer,kennung,matricule',
);
const LEADING_NUMBER_WORDS = set('code,codigo,codice,kode,numero,n');
const LINKS = set('de,du,des,d,di,do,da,del,della,dello,la,el,le,van,der,l');

/** Words of which a name is made that is an amount or a count, whatever it ends with. */
const QUANTITIES = set(
  [
    'distance,revenue,spend,spent,spending,amount,purchases,orders,visits,total,sum,avg,average,mean,median,num,count,counts,share,percent,pct,rate,ratio,days,weeks,months,years,income,age,price,cost,balance,limit,size,score,rating,rank,time,minutes,hours,calls,sessions,items,qty,quantity,mnt',
    'umsatz,anzahl,summe,betrag,alter,preis,nombre,montant,chiffre,cantidad,importe,aantal,bedrag,omzet,quantita,importo,fatturato,quantidade,valor,faturamento,entfernung,gasto',
    'per,to,in,at,from,by,of,for,since,with,on,pro,par,im,zum,zur,bis,seit,por,dans,chez,je,voor,naar,en',
  ].join(','),
);

const CALENDAR: readonly { kind: CodeKind; what: string; words: ReadonlySet<string> }[] = [
  {
    kind: 'month',
    what: 'months of the year',
    words: set('month,monat,mois,mes,mese,maand,birthmonth,geburtsmonat'),
  },
  {
    kind: 'week',
    what: 'weeks of the year',
    words: set('week,woche,kalenderwoche,semaine,semana,settimana'),
  },
  { kind: 'weekday', what: 'days of the week', words: set('weekday,wochentag,dow') },
  {
    kind: 'quarter',
    what: 'quarters of the year',
    words: set('quarter,quartal,trimestre,trimester,kwartaal'),
  },
  { kind: 'hour', what: 'hours of the day', words: set('hour,uhrzeit') },
];

/** Of what a month, a week or a quarter may be, so that it is no count of something in it. */
const CALENDAR_OWNERS = set(
  'birth,birthday,card,exp,expiry,expiration,expires,valid,geburts,geburt,naissance,nacimiento,nascita,nascimento,geboorte,signup,sign,up,join,joining,joined,start,registration,enrollment,enrolment,acquisition,cohort,renewal,expiry,order,purchase,calendar,iso,fiscal,of,de,di,del,the,year,day,no,nr,number,last,first',
);

const BY_ENDING = endingsOf(LEXICON);
const BY_NUMBERED_ENDING = endingsOf([...LEXICON, ...NUMBERED_LEXICON]);

const MAX_ENDING_LENGTH = 3;

/** German and Dutch write it as one word: 'Mitgliedsnr', 'Rabattgruppe', 'klantgroep'. */
const COMPOUND_NUMBER = /.{3}(?:nummer|nr)$/;
const COMPOUND_GROUP = /.{3}(?:gruppe|groep|klasse|kategorie|kanal|segment)$/;

/** Groups of these are steps of an amount. */
const STEPS = /^(?:alter|einkommen|gehalt|lohn|umsatz|preis|leeftijd|inkomen|omzet|prijs)/;

/** A name that says what its numbers stand for: 'Smoker (1=yes, 2=no)'. */
const LEGEND = /\d ?[=:] ?\p{L}[^,;/]{0,30}[,;/] ?\d ?[=:] ?\p{L}/u;

/** Steps that customers were put into before, whatever they are steps of: 'Score decile', 'RFM'. */
const RANKS = set(
  'decile,deciles,percentile,percentiles,perzentil,percentil,centile,quintile,quintiles,quartile,tercile,tertile,ntile,rfm,dezil,quintil,quartil,decil,cuartil,terzil,decili,kwintiel,kwartiel,deciel',
);

/** The parts of such a rank: recency, frequency and money. A letter alone may be the measure itself. */
const RFM_LETTERS = /^[RFM][ _-]?(?:score|rank|quintile|quantile)$/i;

/** Romance and Slavic languages put what a group is of behind it: 'Groupe tarifaire', 'Tipo de cliente', 'Grupa cenowa'. */
const LEADING_GROUPS = set(
  'groupe,grupo,gruppo,categorie,categoria,clase,classe,tipo,segmento,grupa,kategoria,skupina',
);

/** Of what such a group is one of customers; 'Grupo familiar' and 'Categoria calzado' may be counts and amounts. */
const GROUPED =
  /^(?:client|klient|zakazni|sociop|socioe|tarif|cennik|cenow|cenov|rabat|comercia|commercia|fiscal|juridi|giuridic|contrat|pago$|paiement$|pagamento$)/;

/** Romance languages put what is said of a room behind it: 'Chambre préférée'. */
const PREFERRED = /^prefer|^favorit/;

/**
 * What a column holds by its name alone: 'Zip', 'Kunden-Nr.', 'Código postal', 'Sales rep'. Undefined for names of
 * amounts and counts ('Distance to store', 'Number of stores') and for all that are not known.
 */
export function codeNoun(name: string): CodeNoun | undefined {
  if (LEGEND.test(name.slice(0, MAX_NAME_LENGTH)))
    return { kind: 'group', what: 'numbers of answers', numbered: true, certain: true };
  const all = foldedWords(name);
  const words = all.length > 1 && PREFERRED.test(all[all.length - 1]) ? all.slice(0, -1) : all;
  if (words.some((word) => RANKS.has(word)))
    return { kind: 'group', what: 'ranks from an earlier analysis', numbered: true, certain: true };
  if (RFM_LETTERS.test(name.trim()))
    return { kind: 'rank', what: 'ranks from an earlier analysis', numbered: true, certain: true };
  const calendar = calendarNoun(words);
  if (calendar !== undefined) return calendar;
  const { rest, numbered } = withoutNumberWords(words);
  if (rest.some((word) => QUANTITIES.has(word))) return undefined;
  const leading = leadingGroup(words);
  if (leading !== undefined) return leading;
  const endings = numbered ? BY_NUMBERED_ENDING : BY_ENDING;
  for (let length = Math.min(MAX_ENDING_LENGTH, words.length); length > 0; length--) {
    const found = endings.get(rest.slice(-length).join(' ')) ?? endings.get(words.slice(-length).join(' '));
    if (found !== undefined)
      return {
        kind: found.kind,
        what: found.what,
        numbered,
        certain: NUMBERS_ONLY.has(words[words.length - 1]),
      };
  }
  return compoundNoun(rest[rest.length - 1] ?? '') ?? numberNoun(words, numbered);
}

function leadingGroup(words: readonly string[]): CodeNoun | undefined {
  const owner = words.slice(1).find((word) => !LINKS.has(word));
  return owner !== undefined && LEADING_GROUPS.has(words[0]) && GROUPED.test(owner)
    ? { kind: 'group', what: 'numbers of groups', numbered: false, certain: false }
    : undefined;
}

function compoundNoun(word: string): CodeNoun | undefined {
  if (STEPS.test(word)) return undefined;
  if (COMPOUND_NUMBER.test(word))
    return { kind: 'number', what: 'numbers of something', numbered: true, certain: true };
  return COMPOUND_GROUP.test(word)
    ? { kind: 'group', what: 'numbers of groups', numbered: false, certain: false }
    : undefined;
}

function numberNoun(words: readonly string[], numbered: boolean): CodeNoun | undefined {
  const last = words[words.length - 1];
  if (words.length < 2 || !NUMBER_WORDS.has(last)) return undefined;
  return { kind: 'number', what: 'numbers of something', numbered, certain: NUMBERS_ONLY.has(last) };
}

const MAX_NAME_LENGTH = 200;

function calendarNoun(words: readonly string[]): CodeNoun | undefined {
  if (words.join(' ') === 'day of week')
    return { kind: 'weekday', what: 'days of the week', numbered: true, certain: true };
  const found = CALENDAR.find((entry) => words.some((word) => entry.words.has(word)));
  if (found === undefined) return undefined;
  const others = words.filter((word) => !found.words.has(word));
  const isPeriod = others.length === 1 && (others[0] === 'last' || others[0] === 'first');
  if (isPeriod || !others.every((word) => CALENDAR_OWNERS.has(word))) return undefined;
  return { kind: found.kind, what: found.what, numbered: true, certain: true };
}

/** Lower case, without accents, marks and a number at the end: 'Téléphone 2' is 'telephone'. */
function foldedWords(name: string): string[] {
  const words = withoutAccents(wordsOf(name))
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '');
  while (words.length > 1 && /^\d+$/.test(words[words.length - 1])) words.pop();
  return NUMBER_SIGN.test(name.slice(0, MAX_NAME_LENGTH)) ? [...words, 'no'] : words;
}

/** Behind a name it is a number, as in 'Confirmation #'; before one it counts: '# orders'. */
const NUMBER_SIGN = /\p{L} ?#\s*$/u;

function withoutNumberWords(words: readonly string[]): { rest: string[]; numbered: boolean } {
  const rest = words.slice();
  while (rest.length > 1 && NUMBER_WORDS.has(rest[rest.length - 1])) rest.pop();
  if (rest.length > 1 && LEADING_NUMBER_WORDS.has(rest[0])) {
    rest.shift();
    while (rest.length > 1 && LINKS.has(rest[0])) rest.shift();
  }
  return { rest, numbered: rest.length < words.length };
}

function endingsOf(lexicon: readonly Lexeme[]): ReadonlyMap<string, Lexeme> {
  return new Map(lexicon.flatMap((lexeme) => lexeme.words.split(',').map((words) => [words, lexeme])));
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(','));
}
