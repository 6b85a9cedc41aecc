import { messageParts } from '../../../core/errors';
import { textOf } from '../../../core/phrase';
import { TITLES } from '../files/readingFields';
import type { RequestProblem } from '../server/request';

/** A problem as a sentence, with the titles of the page's fields where it is about their options. */
export function problemText({ message, mistake }: Pick<RequestProblem, 'message' | 'mistake'>): string {
  return sentence(mistake ? textOf(messageParts(mistake), { option: titled }) : message);
}

function titled(option: string): string {
  return Object.hasOwn(TITLES, option) ? `‘${TITLES[option]}’` : `\`${option}\``;
}

/** With a capital and a full stop; the name of a file stays as it is. */
function sentence(message: string): string {
  const begun = /^[a-z]+ /.test(message) ? message[0].toUpperCase() + message.slice(1) : message;
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
