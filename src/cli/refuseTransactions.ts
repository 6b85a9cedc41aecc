import { InputError, messageParts } from '../core/errors';
import { kebabCase } from '../core/kebabCase';
import { type Phrase, phrase, textOf } from '../core/phrase';
import type { TableFile } from '../datasets/read/readTable';
import type { DetectedTransactions } from '../features/rfm/detect/detectTransactions';
import { optionNaming } from './naming';
import { shellWord } from './shellWord';
import { STANDARD_INPUT } from './standardInput';
import { TABLE_ARGUMENTS, tableOnServer } from './tableOptions';

/** What was given of a command that takes rows for customers. */
interface Given {
  file: string;
  id?: string;
  'rows-are-customers'?: boolean;
}

/**
 * Stops where a file holds orders rather than customers, and offers the command that makes customers of them. The
 * command is tried first: where it stops too, its reason is told.
 * @throws InputError
 */
export async function refuseTransactions(input: TableFile, args: object): Promise<void> {
  const given = args as Given;
  if (given['rows-are-customers']) return;
  const { transactionsIn } =
    require('../features/rfm/detect/detectTransactions') as typeof import('../features/rfm/detect/detectTransactions');
  const found = transactionsIn(input, given.id);
  if (found === undefined) return;
  const { notCustomers } =
    require('../segmentation/columns/checkRows') as typeof import('../segmentation/columns/checkRows');
  throw notCustomers(found, await offer(found, given));
}

/** Undefined where nothing can be offered: nothing says that rows are orders, nor who bought, when or for how much. */
async function offer(
  { columns: found, rowsAre }: DetectedTransactions,
  given: Given,
): Promise<Phrase | undefined> {
  if (found === null && rowsAre !== 'orders' && rowsAre !== 'order lines') return undefined;
  const columns = found ?? {};
  const reading = readingOptions(given);
  const server = tableOnServer(given.file)?.shown;
  const file = server ?? (given.file === STANDARD_INPUT ? '-' : given.file);
  const command = ['customer-segmentation', 'rfm', file, ...wordsOf({ ...columns, ...reading })]
    .map(shellWord)
    .join(' ');
  const refusal =
    file === '-' || server !== undefined ? undefined : await tried(file, { ...columns, ...reading });
  const first = phrase`get one row per customer with ${command}`;
  return refusal === undefined ? first : phrase`${first} (which needs more: ${refusal})`;
}

/** How the file is written, as far as both commands can be told. */
function readingOptions(given: Given): Record<string, string> {
  const { thousands, ...rest } = TABLE_ARGUMENTS.given(given);
  return rest as Record<string, string>;
}

function wordsOf(options: Readonly<Record<string, string>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => [`--${kebabCase(name)}`, value]);
}

/** Why RFM cannot be had of the file in this way, if it cannot. */
async function tried(file: string, options: Record<string, string>): Promise<string | undefined> {
  const { rfmAnalysis } =
    require('../features/rfm/rfmAnalysis') as typeof import('../features/rfm/rfmAnalysis');
  const { RFM_ANALYSIS_OPTIONS } =
    require('../features/rfm/options') as typeof import('../features/rfm/options');
  try {
    await rfmAnalysis(file, options);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return textOf(
      messageParts(error),
      optionNaming(Object.keys(RFM_ANALYSIS_OPTIONS.properties).map(kebabCase)),
    );
  }
}
