import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon } from '@lms/web-ui';
import { useId, type ReactNode } from 'react';
import { questionTexts } from '../texts.js';
import styles from './Lines.module.css';

interface Props {
  legend: string;
  hint?: string;
  error?: string;
  /** The words of the button that adds a line; none when there are as many as there may be. */
  add: string;
  full: boolean;
  onAdd: () => void;
  children: ReactNode;
}

/** Several lines of the same kind that belong together: answers, pairs, places. */
export function Lines({ legend, hint, error, add, full, onAdd, children }: Props) {
  const id = useId();
  return (
    <fieldset
      className={styles.lines}
      data-fault={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
      {!full && (
        <Button size="small" onClick={onAdd}>
          <Icon name="add" size={16} />
          {add}
        </Button>
      )}
    </fieldset>
  );
}

/** Takes one line away. */
export function RemoveLine({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTexts(questionTexts);
  return (
    <Button size="small" variant="quiet" className={styles.remove} title={t('body.remove')} onClick={onRemove}>
      <Icon name="close" size={18} />
      <Hidden>{t('body.removeOne', { name })}</Hidden>
    </Button>
  );
}
