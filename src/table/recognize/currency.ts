/** Currencies by their code of three letters, such as EUR. */
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Words and abbreviations for currencies, as they are written: 'Ft' is the forint, 'ft' are feet. */
const WORDS: ReadonlySet<string> = new Set([
  ...['kr', 'kr.', 'Kr', 'Kr.', 'Kč', 'zł', 'Ft', 'lei', 'лв', 'лв.', 'руб', 'руб.', 'р.', 'грн', 'грн.'],
  ...[
    'дин',
    'дин.',
    'din',
    'din.',
    'Fr',
    'Fr.',
    'fr.',
    'SFr',
    'SFr.',
    'sFr.',
    'Rs',
    'Rs.',
    'RM',
    'Rp',
    'Rp.',
  ],
  ...['TL', 'Dh', 'Dhs', 'KSh', 'euro', 'euros', 'Euro', '円', '元', '원'],
]);

/** A currency's sign, alone or after letters: $, €, R$, US$. */
const SIGN = /^[A-Z]{0,3}\p{Sc}$/u;

/** Whether a word stands for a currency. */
export function isCurrency(word: string): boolean {
  return SIGN.test(word) || CODES.has(word) || WORDS.has(word);
}
