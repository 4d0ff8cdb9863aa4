import { MultiSelect } from '@mantine/core';
import { type FieldTexts, OptionText, pickerParts } from '@lms/web-ui';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import type { Choice } from './choice.js';
import styles from './fields.module.css';
import { useChoices, type ChoiceSearch } from './use-choices.js';

interface Props<Key extends QueryKey> extends FieldTexts {
  value: readonly Choice[];
  onChange: (choices: Choice[]) => void;
  search: ChoiceSearch<Key>;
}

/** Some of many, found while it is typed. */
export function ChoicesPicker<Key extends QueryKey>({ label, hint, error, value, onChange, search }: Props<Key>) {
  const [typed, setTyped] = useState('');
  const { found, open, emptyText } = useChoices(search, typed);
  const known = [...value, ...found.filter((choice) => !value.some((chosen) => chosen.value === choice.value))];
  return (
    // Its own label and hint, dressed as ours: it takes no others for the element that has the focus.
    <MultiSelect
      label={label}
      description={hint}
      error={error}
      size="md"
      classNames={{
        ...pickerParts,
        label: styles.label,
        description: styles.hint,
        error: styles.error,
      }}
      searchable
      hidePickedOptions
      value={value.map((choice) => choice.value)}
      onChange={(next) => onChange(known.filter((choice) => next.includes(choice.value)))}
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={open}
      data={known.map((choice) => ({ value: choice.value, label: choice.label }))}
      filter={({ options }) => options.filter((o) => 'value' in o && found.some((c) => c.value === o.value))}
      nothingFoundMessage={emptyText}
      renderOption={({ option }) => (
        <OptionText label={option.label} detail={known.find((choice) => choice.value === option.value)?.detail} />
      )}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
