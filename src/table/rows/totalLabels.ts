/** What a label says of a row: that it adds up, averages, or tells something else of all rows. */
export type LabelKind = 'sum' | 'mean' | 'statistic';

/** A label found in a cell. */
export interface TotalLabel {
  kind: LabelKind;
  /** Whether nothing else stands in the cell: 'Grand total', and not 'Total Energies'. */
  alone: boolean;
}

const SUMS = [
  ...[
    'total',
    'totals',
    'grand total',
    'grand totals',
    'subtotal',
    'sub-total',
    'sub total',
    'sum',
    'overall',
    'total sum',
  ],
  ...[
    'all',
    'all customers',
    'total customers',
    'total general',
    'total result',
    'report total',
    'page total',
  ],
  ...[
    'summe',
    'gesamt',
    'gesamtsumme',
    'gesamtergebnis',
    'zwischensumme',
    'teilsumme',
    'teilergebnis',
    'insgesamt',
  ],
  ...['endsumme', 'gesamttotal', 'alle', 'alle kunden', 'ergebnis', 'summen'],
  ...[
    'somme',
    'total général',
    'total generale',
    'sous-total',
    'sous total',
    'totaux',
    'ensemble',
    'total global',
  ],
  ...['suma', 'sumas', 'totales', 'suma total', 'gran total', 'todos', 'todas'],
  ...[
    'totale',
    'totali',
    'totale generale',
    'somma',
    'subtotale',
    'totale complessivo',
    'complessivo',
    'tutti',
  ],
  ...['soma', 'totais', 'total geral', 'subtotais', 'soma total'],
  ...['totaal', 'subtotaal', 'eindtotaal', 'totalen', 'som', 'algemeen totaal', 'allen', 'alle klanten'],
];

const MEANS = [
  ...[
    'average',
    'averages',
    'avg',
    'mean',
    'means',
    'grand average',
    'overall average',
    'overall mean',
    'median',
  ],
  ...['durchschnitt', 'mittelwert', 'mittel', 'gesamtdurchschnitt', 'schnitt', 'ø', '⌀'],
  ...[
    'moyenne',
    'médiane',
    'moyenne générale',
    'promedio',
    'mediana',
    'media',
    'media aritmética',
    'promedio general',
  ],
  ...[
    'valor medio',
    'media generale',
    'média',
    'media aritmetica',
    'média geral',
    'gemiddelde',
    'mediaan',
    'gem',
  ],
];

const STATISTICS = [
  ...[
    'count',
    'min',
    'max',
    'minimum',
    'maximum',
    'std',
    'stdev',
    'standard deviation',
    'variance',
    'anzahl',
  ],
  ...[
    'standardabweichung',
    'varianz',
    'nombre',
    'écart-type',
    'recuento',
    'cuenta',
    'mínimo',
    'máximo',
    'conteggio',
  ],
  ...[
    'minimo',
    'massimo',
    'contagem',
    'aantal',
    'standaardafwijking',
    'standaarddeviatie',
    'percentage',
    'share',
  ],
];

const KINDS: ReadonlyMap<string, LabelKind> = new Map([
  ...SUMS.map((word) => [word, 'sum'] as const),
  ...MEANS.map((word) => [word, 'mean'] as const),
  ...STATISTICS.map((word) => [word, 'statistic'] as const),
]);

/** Words for a whole that stand alone in a cell, for engines that look for them themselves. */
export const TOTAL_WORDS: readonly string[] = [...KINDS.keys()];

/** Words that make a label of whatever stands before or after them: 'Total North', 'North: Summe'. */
const SIGNAL_WORDS: ReadonlyMap<string, LabelKind> = new Map(
  [...KINDS].filter(([word, kind]) => kind !== 'statistic' && !word.includes(' ') && word.length > 3),
);

const MAX_LABEL_LENGTH = 60;

/**
 * The label of a total, an average or another statistic that a text is, in seven languages; undefined where it is none.
 * Whether it's the name of a customer is for the values to tell.
 */
export function totalLabel(text: string): TotalLabel | undefined {
  if (text.length > MAX_LABEL_LENGTH) return undefined;
  const words = bare(text.toLowerCase());
  const kind = KINDS.get(words);
  if (kind !== undefined) return { kind, alone: true };
  if (words.length <= 3 || (words[0] >= '0' && words[0] <= '9')) return undefined;
  const parts = words.split(/[\s:;,()[\]-]+/);
  if (parts.length < 2) return undefined;
  const signal = SIGNAL_WORDS.get(parts[0]) ?? SIGNAL_WORDS.get(parts[parts.length - 1]);
  return signal && { kind: signal, alone: false };
}

/** Without what stands around a label: '*** Total ***', 'Σ Total:', '= Summe ='. */
function bare(text: string): string {
  const isLetter = (character: string) =>
    (character >= 'a' && character <= 'z') || (/[\p{L}⌀]/u.test(character) && !'σ∑'.includes(character));
  let [start, end] = [0, text.length];
  while (start < end && !isLetter(text[start])) start++;
  while (end > start && !isLetter(text[end - 1])) end--;
  return text.slice(start, end);
}
