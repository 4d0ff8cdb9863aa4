import { NativeSelect } from '@mantine/core';
import { FieldShell, type FieldTexts } from '@lms/web-ui';
import { describedBy } from './described-by.js';
import styles from './fields.module.css';

interface Props<T extends string> extends FieldTexts {
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of several, as the device shows it. */
export function SelectField<T extends string>({ label, hint, error, options, value, onChange }: Props<T>) {
  const choose = (chosen: string) => {
    const option = options.find((other) => other.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => (
        <NativeSelect
          {...ids}
          attributes={describedBy(ids)}
          size="md"
          classNames={{ input: styles.input }}
          error={Boolean(error)}
          data={[...options]}
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
    </FieldShell>
  );
}
