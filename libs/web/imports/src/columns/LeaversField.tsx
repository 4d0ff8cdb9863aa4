import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { useId } from 'react';
import { importTexts } from '../texts.js';
import styles from './columns.module.css';

interface Props {
  /** The last day; null: nobody leaves. */
  value: string | null;
  today: string;
  onChange: (value: string | null) => void;
  error?: string | null;
}

/** Whether whoever is missing from the file leaves. Never by itself. */
export function LeaversField({ value, today, onChange, error }: Props) {
  const { t } = useTexts(importTexts);
  const id = useId();
  return (
    <div className={styles.leavers}>
      <div className={styles.check}>
        <input
          type="checkbox"
          id={id}
          checked={value !== null}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.checked ? today : null)}
        />
        <label htmlFor={id}>{t('columns.leavers')}</label>
      </div>
      <p id={`${id}-hint`} className={styles.quiet}>
        {t('columns.leaversHint')}
      </p>
      {value !== null && (
        <TextField
          type="date"
          label={t('columns.leaversOn')}
          value={value}
          max={today}
          error={error}
          onChange={(event) => onChange(event.target.value || today)}
        />
      )}
    </div>
  );
}
