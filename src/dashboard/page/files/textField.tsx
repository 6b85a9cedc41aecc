import { useId } from 'preact/hooks';
import { DETECTED } from './readingFields';

interface TextFieldProps {
  label: string;
  name: string;
  /** What was said before; the field begins with it, and keeps what is entered. */
  said: string | undefined;
  /** What an empty field means. */
  placeholder?: string;
  title?: string;
  maxLength: number;
  /** What is offered while you type. */
  suggestions?: readonly string[];
}

/** A text field of a form, which is read when the form is sent. */
export function TextField({ label, name, said = '', suggestions, ...field }: TextFieldProps) {
  const list = useId();
  return (
    <>
      <label>
        {label}
        <input
          name={name}
          type="text"
          list={suggestions && list}
          defaultValue={said}
          placeholder={DETECTED[1]}
          {...field}
        />
      </label>
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}
