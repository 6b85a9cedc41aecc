import { COLUMN_MEANING, type Reading } from '../../reading';
import { Menu } from './menu';
import { choicesOf, DETECTED } from './readingFields';

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
      <summary>Column types</summary>
      <ul class="meanings">
        {columns.map((name, i) => {
          const { is, unit = '' } = said.find((column) => column.name === name) ?? {};
          return (
            <li key={name}>
              <Menu
                label={name}
                name={`is-${i}`}
                said={is}
                options={[DETECTED, ...choicesOf(COLUMN_MEANING)]}
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
