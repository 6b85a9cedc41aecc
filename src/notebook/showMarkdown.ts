import { InputError } from '../core/errors';
import { phrase } from '../core/phrase';
import { withoutFormulas } from '../ui/noFormulas';
import { kernelDisplay } from './kernel';

/**
 * Displays a text in Markdown among a notebook's outputs: for sentences with computed numbers. Outside a notebook
 * the text is printed as it is. Dollar signs are dollar signs, never the ends of a formula.
 *
 * @throws InputError if it does not get text.
 *
 * @example
 * showMarkdown(`The mean silhouette is **${silhouette(X, labels).mean.toFixed(2)}**.`);
 */
export function showMarkdown(text: string): void {
  if (typeof text !== 'string' || text === '') {
    throw new InputError('wrong-type', phrase`showMarkdown() got ${{ value: text }}`, {
      remedy: 'pass text in Markdown',
    });
  }
  const send = kernelDisplay();
  if (send) send({ data: { 'text/markdown': withoutFormulas(text), 'text/plain': text }, metadata: {} });
  else console.log(text);
}
