import { FieldShell, type FieldTexts } from '@lms/web-ui';
import styles from './fields.module.css';

interface Props extends FieldTexts {
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One of several, as the device shows it. */
export function SelectField({ label, hint, error, options, value, onChange }: Props) {
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => (
        <select {...ids} className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldShell>
  );
}
