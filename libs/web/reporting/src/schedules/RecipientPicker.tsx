import { useTexts } from '@lms/web-platform';
import { FieldShell, OptionText, pickerParts } from '@lms/web-ui';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recipientChoices } from '../api/schedules.js';
import { scheduleTexts } from './schedule-texts.js';

export interface Recipient {
  id: string;
  name: string;
}
interface Props {
  value: readonly Recipient[];
  onChange: (recipients: Recipient[]) => void;
  error: string | null | undefined;
}

/** People whom one sees, found while it is typed. */
export function RecipientPicker({ value, onChange, error }: Props) {
  const { t } = useTexts(scheduleTexts);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const q = typed.trim();
  const [asked] = useDebouncedValue(q, 250);
  const { data, isError, isPlaceholderData } = useQuery({ ...recipientChoices(asked), enabled: opened });
  const found = data ?? [];
  const chosen = value.map(({ id, name }) => ({ value: id, label: name }));
  const known = [...chosen, ...found.filter((choice) => value.every(({ id }) => id !== choice.value))];
  const waiting = !data || isPlaceholderData || asked !== q;
  return (
    <FieldShell label={t('form.recipients')} hint={t('form.recipientsHint')} error={error}>
      {(ids) => (
        <MultiSelect
          {...ids}
          attributes={{ input: { 'aria-describedby': ids['aria-describedby'] } }}
          size="md"
          classNames={pickerParts}
          searchable
          hidePickedOptions
          value={value.map(({ id }) => id)}
          onChange={(next) => {
            onChange(known.filter((c) => next.includes(c.value)).map((c) => ({ id: c.value, name: c.label })));
            setTyped('');
          }}
          searchValue={typed}
          onSearchChange={setTyped}
          onDropdownOpen={() => setOpened(true)}
          data={known.map((choice) => ({ value: choice.value, label: choice.label }))}
          filter={({ options }) => options.filter((o) => 'value' in o && found.some((c) => c.value === o.value))}
          placeholder={value.length === 0 ? t('form.find') : undefined}
          error={Boolean(error)}
          nothingFoundMessage={isError ? t('form.failed') : waiting ? t('form.searching') : t('form.nothing')}
          renderOption={({ option }) => (
            <OptionText label={option.label} detail={found.find((choice) => choice.value === option.value)?.detail} />
          )}
          withScrollArea={false}
          comboboxProps={{ withinPortal: false }}
        />
      )}
    </FieldShell>
  );
}
