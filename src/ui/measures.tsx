import { roundDecimals } from '../core/round';
import type { LabeledValue } from './content';

interface MeasuresProps {
  measures: readonly LabeledValue[];
  /** In a line, as on a card; otherwise each has a tile of its own. */
  inline?: boolean;
}

/** A few numbers to be seen at a glance, each with its name. */
export function Measures({ measures, inline = false }: MeasuresProps) {
  return (
    <dl class={inline ? 'shares' : 'measures'}>
      {measures.map(({ label, value, share }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {share !== undefined && <Bar share={share} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A share as the filled part of a line; the number beside it says the same. */
function Bar({ share }: { share: number }) {
  return (
    <span class="bar" aria-hidden="true">
      <span style={{ width: `${roundDecimals(100 * share, 1)}%` }} />
    </span>
  );
}
