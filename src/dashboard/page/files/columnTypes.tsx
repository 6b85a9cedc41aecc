import type { COLUMN_MEANINGS, Reading } from '../../reading';
import { Menu } from './menu';

type Said = NonNullable<Reading['columns']>;

interface ColumnMeaningsProps {
  /** Names of the file's columns. */
  columns: readonly string[];
  said: Said;
}

/** What each column of a customer table is, and in what it is measured. */
export function ColumnMeanings({ columns, said }: ColumnMeaningsProps) {
  return (
    <details>
      <summary>What the columns are</summary>
      <ul class="meanings">
        {columns.map((name, i) => {
          const { is, unit = '' } = said.find((column) => column.name === name) ?? {};
          return (
            <li key={name}>
              <Menu
                label={name}
                name={`is-${i}`}
                said={is}
                options={[['', 'as recognized'], ...Object.entries(MEANINGS)]}
              />
              <input
                name={`unit-${i}`}
                type="text"
                aria-label={`Unit of ${name}`}
                placeholder="unit"
                defaultValue={unit}
                maxLength={20}
              />
              <input type="hidden" name={`column-${i}`} value={name} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

const MEANINGS: Record<(typeof COLUMN_MEANINGS)[number], string> = {
  number: 'a number',
  category: 'a category',
  ignored: 'left out',
  id: 'tells customers apart',
  value: 'what customers are worth',
};
