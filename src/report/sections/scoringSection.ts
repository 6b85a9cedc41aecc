import { algorithmOf } from '../../segmentation/algorithms';
import type { ResolvedOptions } from '../../segmentation/options';
import type { ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';

/** How to put new customers into these segments. */
export function scoringSection({ columns, options }: ReportedModel, modelFile: string): ReportSection {
  return {
    title: 'Scoring new customers',
    blocks: [
      {
        kind: 'paragraph',
        text: 'The model file puts new customers into these segments. On the command line:',
      },
      {
        kind: 'code',
        text: `customer-segmentation predict ${quoted(modelFile)} new_customers.csv --out scored.csv`,
      },
      {
        kind: 'paragraph',
        text: `The new file needs these columns, in any order and in the same units: ${columns.map(({ name }) => `‘${name}’`).join(', ')}. ${answerWords(options)}`,
      },
      { kind: 'paragraph', text: privacyWords(options) },
    ],
  };
}

function answerWords({ algorithm }: ResolvedOptions): string {
  const { noise } = algorithmOf(algorithm);
  return `Each customer gets a segment and a margin from 0 (on the border to the next segment) to 1 (at its center); rows without a usable value are named, not guessed.${noise ? ` ${noise}` : ''}`;
}

function privacyWords(options: ResolvedOptions): string {
  const rule = algorithmOf(options.algorithm).storesCustomers(options)
    ? ', and the model file the scaled values of those whom new customers are compared with'
    : '';
  return `Neither the model file nor this report holds identifiers. But both hold up to 1,000 customers as points for the picture${rule}: pass them on only to those who may see such data.`;
}

/** For a POSIX shell. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
