import { useId } from 'react';
import styles from './Field.module.css';

interface Props<T extends string> {
  legend: string;
  hint?: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few: radio buttons in a row. */
export function ChoiceField<T extends string>({ legend, hint, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {hint && <div className={styles.hint}>{hint}</div>}
    </fieldset>
  );
}
