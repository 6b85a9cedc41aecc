interface MenuProps {
  label: string;
  name: string;
  /** What was said before; the menu begins there, and stays where it is put. */
  said: string | undefined;
  /** Values and what they are called. */
  options: readonly (readonly [value: string, words: string])[];
  /** Told what is chosen, where the form is not waited for. */
  onChoice?: (value: string) => void;
}

/** A menu of a form, which is read when the form is sent. */
export function Menu({ label, name, said, options, onChoice }: MenuProps) {
  return (
    <label>
      {label}
      <select name={name} onChange={(event) => onChoice?.(event.currentTarget.value)}>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === said}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
