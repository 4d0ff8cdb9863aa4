import { FieldShell, type FieldTexts } from '@lms/web-ui';
import type { TextareaHTMLAttributes } from 'react';
import styles from './fields.module.css';

type Props = FieldTexts & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className'>;

/** Text of several lines; it grows with what is written. */
export function AreaField({ label, hint, error, ...area }: Props) {
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => <textarea {...area} {...ids} className={styles.area} />}
    </FieldShell>
  );
}
