import { InputError } from '../../../core/errors';
import { formatList, plural } from '../../../core/format';
import { phrase } from '../../../core/phrase';
import { isMissingText } from '../../../table/missing';
import { currencyInHeader } from '../likelyHeaders';
import type { Transactions } from '../reading/loadTransactions';
import type { CleaningRule } from './cleaningRules';

/** The currency of the money that counts. */
export interface CurrencyFound {
  /** Its code or sign; undefined where the log does not say. */
  currency?: string;
  /** What leaves other currencies out. */
  rules: CleaningRule[];
  detected: string[];
}

/**
 * The one currency of a log; sums of several would mean nothing.
 * @param only the currency that counts, of several.
 * @throws InputError for several currencies, naming them with their rows, and for one that the log does not have.
 */
export async function oneCurrency(
  transactions: Transactions,
  only: string | undefined,
): Promise<CurrencyFound> {
  const { file, columns, unit } = transactions;
  const ofHeader = currencyInHeader(columns.amount ?? columns.price ?? '');
  if (columns.currency === null) {
    const currency = unit ?? ofHeader;
    if (only === undefined) return { ...(currency !== undefined && { currency }), rules: [], detected: [] };
    throw new InputError(
      'not-allowed',
      phrase`${{ option: 'onlyCurrency' }} is ${{ value: only }}, but ${{ file }} has no column of currencies`,
      { remedy: phrase`give ${{ option: 'currency' }} too, or leave it out` },
    );
  }
  const found = await currenciesIn(transactions);
  if (only === undefined && found.some(({ code }) => /\d/.test(code)))
    return { rules: [], detected: [`'${columns.currency}' was not used: it holds no currencies`] };
  if (only === undefined && found.length > 1 && ofHeader !== undefined)
    return {
      currency: ofHeader,
      rules: [],
      detected: [
        `'${columns.amount ?? columns.price}' is in ${ofHeader} by its name, whatever '${columns.currency}' says`,
      ],
    };
  const list = formatList(found.map(({ code, rows }) => `${code} (${plural(rows, 'row')})`));
  if (only !== undefined)
    return { currency: codeOf(only), rules: [onlyRule(transactions, found, only, list)], detected: [] };
  if (found.length === 0) return { rules: [], detected: [] };
  if (found.length === 1)
    return { currency: found[0].code, rules: [], detected: await blankSentences(transactions, found[0]) };
  throw new InputError(
    'ambiguous',
    phrase`${{ file }}: column ${{ column: columns.currency }} holds ${found.length} currencies, which cannot be added up: ${list}`,
    {
      remedy: phrase`give ${{ option: 'onlyCurrency' }}, one currency at a time: '${found[0].code}'`,
      option: 'onlyCurrency',
      allowed: found.map(({ code }) => code),
    },
  );
}

/** Some programs leave the cell empty for the currency of the house. */
async function blankSentences(
  { engine, table, columns }: Transactions,
  { code }: CurrencyRows,
): Promise<string[]> {
  const { n } = await engine.query(`SELECT count(*) AS n
FROM ${table}
WHERE currency IS NULL AND amount <> 0 AND customer IS NOT NULL AND date IS NOT NULL`);
  if (Number(n[0]) === 0) return [];
  const rows = plural(Number(n[0]), 'row with an amount has', 'rows with an amount have');
  return [
    `${rows} nothing in '${columns.currency}': added up as ${code}, though many programs leave it empty for the currency of the house; to leave these rows out, give the only-currency option '${code}'`,
  ];
}

interface CurrencyRows {
  code: string;
  /** As it stands in the log, in capitals or not. */
  spellings: string[];
  rows: number;
}

/** The currencies of what somebody paid, the most frequent first. */
async function currenciesIn({ engine, table }: Transactions): Promise<CurrencyRows[]> {
  const { value, n } = await engine.query(`SELECT currency AS value, count(*) AS n
FROM ${table}
WHERE currency IS NOT NULL AND amount <> 0 AND customer IS NOT NULL AND date IS NOT NULL
GROUP BY currency`);
  const byCode = new Map<string, CurrencyRows>();
  value.forEach((cell, i) => {
    const written = String(cell);
    if (isMissingText(written)) return;
    const code = codeOf(written);
    const known = byCode.get(code) ?? { code, spellings: [], rows: 0 };
    byCode.set(code, {
      code,
      spellings: [...known.spellings, written],
      rows: known.rows + Number(n[i]),
    });
  });
  return [...byCode.values()].sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
}

function codeOf(written: string): string {
  const code = written.trim().toUpperCase();
  return SIGNS[code] ?? code;
}

/** Signs that stand for one currency alone. */
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', EURO: 'EUR', EUROS: 'EUR' };

function onlyRule(
  { engine: { dialect }, columns }: Transactions,
  found: readonly CurrencyRows[],
  only: string,
  list: string,
): CleaningRule {
  const wanted = found.find(({ code }) => code === codeOf(only));
  if (wanted === undefined) {
    throw new InputError(
      'not-allowed',
      phrase`${{ option: 'onlyCurrency' }} is ${{ value: only }}, which column ${{ column: columns.currency! }} does not hold`,
      { remedy: `it holds ${list}`, allowed: found.map(({ code }) => code) },
    );
  }
  const values = wanted.spellings.map(dialect.quoteText).join(', ');
  const others = found.filter((each) => each !== wanted).flatMap(({ spellings }) => spellings);
  const hasOther =
    others.length === 0 ? 'FALSE' : `currency IN (${others.map(dialect.quoteText).join(', ')})`;
  return {
    name: `Keep ${wanted.code} alone`,
    view: 'one_currency',
    keep: `(currency IN (${values}) OR (currency IS NULL AND amount IS NULL))`,
    about: `coalesce(${hasOther}, FALSE)`,
    reason: 'sums of several currencies mean nothing',
  };
}
