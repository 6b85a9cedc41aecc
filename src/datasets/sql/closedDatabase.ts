import { InputError } from '../../core/errors';

/** That an engine answers no more: it was closed, or its statement canceled. */
export function closedDatabase(how: 'closed' | 'canceled' = 'closed'): InputError {
  return how === 'closed'
    ? new InputError('unavailable', 'the database is closed', { remedy: 'open it again with `openDatabase`' })
    : new InputError('unavailable', 'the statement was canceled');
}
