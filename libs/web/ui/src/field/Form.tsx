import type { FormEvent, ReactNode } from 'react';
import styles from './Field.module.css';

/** Fields below one another. Checks are ours, so that a sentence stands beside the field and not in a bubble. */
export function Form({ onSubmit, label, children }: { onSubmit: () => void; label?: string; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={label} noValidate>
      {children}
    </form>
  );
}

/** The buttons at the end of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
