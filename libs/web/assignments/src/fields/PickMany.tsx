import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTexts } from '@lms/web-platform';
import { pickerParts } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { choicesQuery, type Choice, type ChoiceKind } from '../api/choices.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './fields.module.css';

interface Props {
  label: string;
  kind: ChoiceKind;
  value: readonly string[];
  /** What the chosen ids are called. */
  nameOf: (id: string) => string;
  onChange: (choices: Choice[]) => void;
  /** One at most: a new choice takes the place of the old one. */
  single?: boolean;
}

/** Some of many, found while it is typed. */
export function PickMany({ label, kind, value, nameOf, onChange, single }: Props) {
  const { t } = useTexts(ruleTexts);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const { data: found = [] } = useQuery({ ...choicesQuery(kind, asked), enabled: opened });
  const chosen = value.map((id) => ({ value: id, label: nameOf(id) }));
  const known = [...chosen, ...found.filter((choice) => !value.includes(choice.value))];
  const choose = (ids: string[]) => {
    const kept = single ? ids.slice(-1) : ids;
    onChange(known.filter((choice) => kept.includes(choice.value)));
  };
  return (
    <MultiSelect
      aria-label={label}
      size="md"
      classNames={{ ...pickerParts, root: styles.pick }}
      placeholder={value.length === 0 ? t('audience.choose') : undefined}
      searchable
      hidePickedOptions
      value={[...value]}
      onChange={choose}
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      data={known}
      filter={({ options }) => options.filter((o) => 'value' in o && found.some((c) => c.value === o.value))}
      nothingFoundMessage={asked === typed.trim() ? t('audience.nothing') : t('audience.searching')}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
