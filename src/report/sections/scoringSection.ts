import type { ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';

/** How to put new customers into these segments. */
export function scoringSection({ columns, algorithm }: ReportedModel, modelFile: string): ReportSection {
  return {
    title: 'Scoring new customers',
    blocks: [
      {
        kind: 'paragraph',
        text: 'The model file puts new customers into these segments. It holds no customers’ identifiers. On the command line:',
      },
      {
        kind: 'code',
        text: `customer-segmentation predict ${quoted(modelFile)} new_customers.csv --out scored.csv`,
      },
      {
        kind: 'paragraph',
        text: `The new file needs these columns, in any order and in the same units: ${columns.map(({ name }) => `‘${name}’`).join(', ')}. ${answerWords(algorithm)}`,
      },
    ],
  };
}

function answerWords(algorithm: ReportedModel['algorithm']): string {
  const noise = algorithm === 'dbscan' ? ' Who is far from every dense region is answered as noise.' : '';
  return `Each customer gets a segment and a margin from 0 (on the border to the next segment) to 1 (at its centre); rows without a usable value are named, not guessed.${noise}`;
}

/** For a POSIX shell. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
