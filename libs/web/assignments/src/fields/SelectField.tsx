import { FieldShell, Hidden } from '@lms/web-ui';
import { useId } from 'react';
import styles from './fields.module.css';

interface Props<T extends string> {
  label: string;
  /** Says the label to a screen reader only: the sentence around it says it to the eye. */
  quiet?: boolean;
  hint?: string;
  error?: string | null;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of several, as the device shows it. */
export function SelectField<T extends string>({ label, quiet, hint, error, options, value, onChange }: Props<T>) {
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find((other) => other.value === chosen);
    if (option) onChange(option.value);
  };
  const select = (ids: { id: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: true | undefined }) => (
    <select {...ids} className={styles.select} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (!quiet)
    return (
      <FieldShell label={label} hint={hint} error={error}>
        {select}
      </FieldShell>
    );
  return (
    <div>
      <label htmlFor={id}>
        <Hidden>{label}</Hidden>
      </label>
      {select({ id })}
    </div>
  );
}
