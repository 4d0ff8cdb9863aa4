import { useTexts } from '@lms/web-platform';
import { FieldShell, OptionText, pickerParts } from '@lms/web-ui';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { packTexts } from './pack-texts.js';
import { subjectChoices, type SubjectChoice, type SubjectKind } from './subject-choices.js';

interface Props {
  kind: SubjectKind;
  /** Whether the reader sees everybody. */
  whole: boolean;
  value: SubjectChoice | null;
  onChange: (choice: SubjectChoice | null) => void;
  error: string | null;
}

/** A scheme, an organisation or a person, found while it is typed. */
export function SubjectPicker({ kind, whole, value, onChange, error }: Props) {
  const { t } = useTexts(packTexts);
  const [typed, setTyped] = useState(value?.label ?? '');
  const [opened, setOpened] = useState(false);
  const q = typed === value?.label ? '' : typed.trim();
  const [asked] = useDebouncedValue(q, 250);
  const { data, isError, isPlaceholderData } = useQuery({ ...subjectChoices(kind, asked, whole), enabled: opened });
  const found = data ?? [];
  const shown = value && !found.some((choice) => choice.value === value.value) ? [value, ...found] : found;
  const waiting = !data || isPlaceholderData || asked !== q;
  const type = (text: string) => {
    setTyped(text);
    if (text === '' && value) onChange(null);
  };
  return (
    <FieldShell
      label={t(`pick.${kind}`)}
      hint={t(!whole && kind === 'organisation' ? 'hintOwn' : `hint.${kind}`)}
      error={error ?? undefined}
    >
      {(ids) => (
        <Select
          {...ids}
          attributes={{ input: { 'aria-describedby': ids['aria-describedby'] } }}
          size="md"
          classNames={pickerParts}
          searchable
          value={value?.value ?? null}
          onChange={(next) => onChange(shown.find((choice) => choice.value === next) ?? null)}
          searchValue={typed}
          onSearchChange={type}
          onDropdownOpen={() => setOpened(true)}
          data={shown.map((choice) => ({ value: choice.value, label: choice.label }))}
          filter={({ options }) => options}
          placeholder={t('find')}
          error={Boolean(error)}
          nothingFoundMessage={isError ? t('failed') : waiting ? t('searching') : t('nothing')}
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
