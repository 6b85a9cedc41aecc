import { useState } from 'preact/hooks';
import type { Mistake } from '../../../core/errors';
import type { HeaderAnswer } from '../../engine/tasks/header';
import type { Reading } from '../../reading';
import { asProblem, correctReading } from '../server/api';
import { reload } from '../state/query';
import { problemText } from '../status/problemText';

interface RowsChoiceProps {
  /** Why the file cannot be read yet. */
  mistake: Mistake | undefined;
  header: HeaderAnswer | undefined;
  /** Told when it is said, before everything is asked again. */
  onRead?: () => void;
}

/** Where rows seem to be orders, one click says what they are: customers are made of them, or each is one. */
export function RowsChoice({ mistake, header, onRead }: RowsChoiceProps) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  if (mistake?.code !== 'not-customers' || !header) return null;
  const { source, reading } = header;
  const { roles } = mistake;
  const say = async (said: Reading) => {
    try {
      await correctReading(source, { ...reading, ...said });
      onRead?.();
      reload();
    } catch (error) {
      setProblem(problemText(asProblem(error)));
    }
  };
  return (
    <p class="choices">
      {roles && (
        <button type="button" onClick={() => void say({ as: 'transactions', roles })}>
          Add up purchases by customer (RFM)
        </button>
      )}
      <button type="button" onClick={() => void say({ as: 'customers' })}>
        Use each row as a customer
      </button>
      {problem && <span role="alert">{problem}</span>}
    </p>
  );
}
