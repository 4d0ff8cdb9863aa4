import type { SelectHTMLAttributes } from 'react';
import { FieldShell, type FieldTexts } from './FieldShell.js';
import styles from './Field.module.css';

type Props = FieldTexts &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className' | 'children'> & {
    options: readonly { value: string; label: string }[];
    /** Stands first, and is no choice. */
    none?: string;
  };

/** One of many, in the system's own list. */
export function SelectField({ label, hint, error, options, none, ...select }: Props) {
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => (
        <select {...select} {...ids} className={styles.input}>
          {none !== undefined && <option value="">{none}</option>}
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
