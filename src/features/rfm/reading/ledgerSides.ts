import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { areDocuments } from '../cleaning/orderStatus';
import { bareHeader } from '../likelyHeaders';
import type { TransactionColumnOptions } from '../transactionRoles';
import { wordList } from '../wordList';
import type { RawTransactions } from './rawTransactions';
import { wordsIn } from './wordsOfColumns';

/** Two columns, of which each row fills one: money on one side of a ledger, and on the other. */
export interface LedgerSides {
  debit: string;
  credit: string;
}

/** Debit and credit in several languages. Which of them are sales depends on whose books they are. */
const SIDES = pairs(`
  debit credit debitamount creditamount amountdebit amountcredit debits credits dr cr
  soll haben sollbetrag habenbetrag betragsoll betraghaben umsatzsoll umsatzhaben
  debe haber debito credito cargo abono cargos abonos dare avere debet credit debet kredit debet krediet
  debito credito wn ma winien ma borc alacak дебет кредит 借方 貸方 借方金額 貸方金額 借方 贷方
`);

/** Money that came in, and money that went out. */
const FLOWS = pairs(`
  moneyin moneyout paidin paidout in out amountin amountout cashin cashout deposits withdrawals deposit withdrawal
  depositamount withdrawalamount receipts payments moneyreceived moneysent
  einnahmen ausgaben einnahme ausgabe eingang ausgang zahlungseingang zahlungsausgang gutschrift lastschrift
  recettes depenses encaissements decaissements entrees sorties ingresos gastos ingreso egreso ingresos egresos
  entradas salidas entradas saidas entrate uscite bij af inkomsten uitgaven wplywy wydatki uznania obciazenia
  入金 出金 入金額 出金額 収入 支出
`);

function pairs(list: string): [string, string][] {
  const words = wordList(list);
  return words.flatMap((word, i): [string, string][] => (i % 2 === 0 ? [[word, words[i + 1]]] : []));
}

function pairAmong(
  names: readonly string[],
  known: readonly [string, string][],
): [string, string] | undefined {
  const byHeader = new Map(names.map((name) => [bareHeader(name), name]));
  const pair = known.find(([first, second]) => byHeader.has(first) && byHeader.has(second));
  return pair && [byHeader.get(pair[0])!, byHeader.get(pair[1])!];
}

/** The columns of debits and credits, where there are two. */
export function ledgerSides(names: readonly string[]): LedgerSides | undefined {
  const pair = pairAmong(names, SIDES);
  return pair && { debit: pair[0], credit: pair[1] };
}

/** What came in is what was paid, and what went out was paid back, where two columns say so. */
export function cashFlows(names: readonly string[]): TransactionColumnOptions {
  const pair = pairAmong(names, FLOWS);
  return pair ? { amount: pair[0], refunded: pair[1] } : {};
}

/**
 * Which side of a ledger is what: where a column says what kind of document each row is, invoices are debits, and a credit
 * is money back where it belongs to a credit note rather than a payment. Nothing where no column does.
 * Cost: a look at the first rows where there are two sides, none otherwise.
 */
export async function sidesByDocuments(log: RawTransactions): Promise<TransactionColumnOptions> {
  const sides = ledgerSides(log.columns);
  if (sides === undefined) return {};
  const others = log.columns.filter((name) => name !== sides.debit && name !== sides.credit);
  const words = await wordsIn(log, others);
  const status = others.find((_, j) => areDocuments(words[j]));
  return status === undefined ? {} : { amount: sides.debit, refunded: sides.credit, status };
}

/** That nobody can know which side of a ledger is what customers paid. */
export function whichSide(file: string, { debit, credit }: LedgerSides): InputError {
  return new InputError(
    'ambiguous',
    phrase`${{ file }} has the two sides of a ledger, ${{ column: debit }} and ${{ column: credit }}: either can be what customers paid`,
    {
      remedy: phrase`give ${{ option: 'amount' }}: '${debit}' where customers are charged there (a seller's ledger), or '${credit}' where their money came in (a bank statement); the other side counts as ${{ option: 'refunded' }} only if you name it`,
      option: 'amount',
      allowed: [debit, credit],
    },
  );
}
