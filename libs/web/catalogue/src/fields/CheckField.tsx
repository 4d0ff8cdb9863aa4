import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  error?: string;
  onChange: (checked: boolean) => void;
}

export function CheckField({ label, hint, checked, disabled, error, onChange }: Props) {
  return (
    <Checkbox
      size="md"
      className={styles.check}
      classNames={{ input: styles.box, label: styles.checkLabel, description: styles.hint }}
      label={label}
      description={hint}
      error={error}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
