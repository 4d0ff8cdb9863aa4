import { MultiSelect } from '@mantine/core';
import { useTexts } from '@lms/web-platform';
import { pickerParts } from '@lms/web-ui';
import { ruleTexts } from '../texts/rules.js';
import styles from './fields.module.css';

interface Props<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: readonly T[];
  onChange: (values: T[]) => void;
}

/** Some of a known list. What is chosen and not in it any more stays. */
export function PickWords<T extends string>({ label, options, value, onChange }: Props<T>) {
  const { t } = useTexts(ruleTexts);
  const all = [
    ...options,
    ...value.flatMap((one) => (options.some((o) => o.value === one) ? [] : { value: one, label: one })),
  ];
  return (
    <MultiSelect
      aria-label={label}
      size="md"
      classNames={{ ...pickerParts, root: styles.pick }}
      placeholder={value.length === 0 ? t('audience.choose') : undefined}
      searchable
      hidePickedOptions
      value={[...value]}
      onChange={(next) => onChange(all.flatMap((option) => (next.includes(option.value) ? option.value : [])))}
      data={all}
      limit={50}
      nothingFoundMessage={t('audience.nothing')}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
