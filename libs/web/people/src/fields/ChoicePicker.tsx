import { Select } from '@mantine/core';
import { FieldShell, type FieldTexts, OptionText, pickerParts } from '@lms/web-ui';
import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Choice } from './choice.js';
import { describedBy } from './described-by.js';
import { useChoices, type ChoiceSearch } from './use-choices.js';

interface Props<Key extends QueryKey> extends FieldTexts {
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  search: ChoiceSearch<Key>;
  /** In place of a choice: "Everywhere". */
  placeholder?: string;
}

/** One of many, found while it is typed. */
export function ChoicePicker<Key extends QueryKey>({
  label,
  hint,
  error,
  value,
  onChange,
  search,
  placeholder,
}: Props<Key>) {
  const [typed, setTyped] = useState(value?.label ?? '');
  useEffect(() => setTyped(value?.label ?? ''), [value?.value, value?.label]);
  const { found, open, emptyText } = useChoices(search, typed === value?.label ? '' : typed);
  // Emptying the field takes the choice back, also by keyboard; the little cross is for pointers only.
  const type = (text: string) => {
    setTyped(text);
    if (text === '' && value) onChange(null);
  };
  const shown = value && !found.some((choice) => choice.value === value.value) ? [value, ...found] : found;
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => (
        <Select
          {...ids}
          attributes={describedBy(ids)}
          size="md"
          classNames={pickerParts}
          searchable
          clearable
          value={value?.value ?? null}
          onChange={(next) => onChange(shown.find((choice) => choice.value === next) ?? null)}
          searchValue={typed}
          onSearchChange={type}
          onDropdownOpen={open}
          data={shown.map((choice) => ({ value: choice.value, label: choice.label }))}
          filter={({ options }) => options}
          placeholder={placeholder}
          error={Boolean(error)}
          nothingFoundMessage={emptyText}
          renderOption={({ option }) => (
            <OptionText label={option.label} detail={shown.find((choice) => choice.value === option.value)?.detail} />
          )}
          allowDeselect={false}
          withScrollArea={false}
          comboboxProps={{ withinPortal: false }}
        />
      )}
    </FieldShell>
  );
}
