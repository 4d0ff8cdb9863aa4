import { Textarea } from '@mantine/core';
import { FieldShell, type FieldTexts } from '@lms/web-ui';
import { describedBy } from './described-by.js';
import styles from './fields.module.css';

interface Props extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
}

/** Text of several lines. */
export function AreaField({ label, hint, error, value, onChange, rows = 2, maxLength }: Props) {
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => (
        <Textarea
          {...ids}
          attributes={describedBy(ids)}
          size="md"
          classNames={{ input: styles.input }}
          error={Boolean(error)}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          minRows={rows}
          maxRows={12}
          maxLength={maxLength}
          autosize
        />
      )}
    </FieldShell>
  );
}
