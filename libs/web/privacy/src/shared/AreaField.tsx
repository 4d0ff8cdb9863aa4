import { FieldShell, type FieldTexts } from '@lms/web-ui';
import styles from './AreaField.module.css';

interface Props extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  autoFocus?: boolean;
}

/** Text of several lines. */
export function AreaField({ label, hint, error, value, onChange, maxLength = 500, autoFocus }: Props) {
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          className={styles.area}
          rows={3}
          autoFocus={autoFocus}
          value={value}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldShell>
  );
}
