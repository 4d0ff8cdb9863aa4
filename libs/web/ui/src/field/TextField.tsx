import type { InputHTMLAttributes } from 'react';
import { FieldShell, type FieldTexts } from './FieldShell.js';
import styles from './Field.module.css';

type Props = FieldTexts & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>;

export function TextField({ label, hint, error, ...input }: Props) {
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => <input type="text" {...input} {...ids} className={styles.input} />}
    </FieldShell>
  );
}
