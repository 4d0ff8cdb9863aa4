import { Textarea, type TextareaProps } from '@mantine/core';
import { FieldShell, type FieldTexts } from '@lms/web-ui';
import styles from './fields.module.css';

type Props = FieldTexts & Omit<TextareaProps, 'label' | 'description' | 'error' | 'id' | 'size'>;

/** Text of several lines. */
export function AreaField({ label, hint, error, ...area }: Props) {
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => (
        <Textarea {...area} {...ids} classNames={{ input: styles.input }} error={Boolean(error)} minRows={3} autosize />
      )}
    </FieldShell>
  );
}
