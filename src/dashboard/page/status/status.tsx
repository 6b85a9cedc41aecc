import type { Progress } from '../../frames';
import { tablesProblem } from '../files/offeredTables';
import { forgetView, ownHeader } from '../files/ownFile';
import { RowsChoice } from '../files/rowsChoice';
import { segmentation, table } from '../state/query';
import { problemText } from './problemText';
import { stepOf } from './working';

/** What the page is doing or what went wrong, for eyes and for screen readers. */
export function Status() {
  const [reading, grouping] = [table.value, segmentation.value];
  const problem = tablesProblem.value ?? reading.problem ?? grouping.problem;
  if (problem && problem.kind !== 'canceled') {
    return (
      <div class="problem" role="alert">
        <strong>{HEADINGS[problem.kind]}</strong>
        <p>{problemText(problem)}</p>
        <RowsChoice mistake={problem.mistake} header={ownHeader.value} onRead={forgetView} />
      </div>
    );
  }
  return (
    <p class="working" role="status" aria-live="polite">
      {reading.busy ? 'Reading the table…' : grouping.busy ? workingOn(grouping.progress) : ''}
    </p>
  );
}

const HEADINGS = {
  input: 'Check your input',
  connection: 'No connection',
  defect: 'Something went wrong',
  canceled: '',
} as const;

function workingOn(progress: Progress | undefined): string {
  return progress ? `Creating segments: ${stepOf(progress)}…` : 'Creating segments…';
}
