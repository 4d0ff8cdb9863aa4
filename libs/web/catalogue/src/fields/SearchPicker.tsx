import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTexts } from '@lms/web-platform';
import { FieldShell } from '@lms/web-ui';
import { useQuery, type DefaultError, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { commonTexts } from '../texts/common.js';
import styles from './fields.module.css';

export interface Choice {
  value: string;
  label: string;
  detail?: string;
  disabled?: boolean;
}

interface Props<Page, Key extends QueryKey> {
  label: string;
  error?: string | null;
  /** The query that answers a search. */
  search: (q: string) => UseQueryOptions<Page, DefaultError, Page, Key>;
  choicesOf: (page: Page) => Choice[];
  onChoose: (choice: Choice) => void;
}

/** Finds one thing while it is typed, hands it over, and is ready for the next. The API does the searching. */
export function SearchPicker<Page, Key extends QueryKey>({
  label,
  error,
  search,
  choicesOf,
  onChoose,
}: Props<Page, Key>) {
  const { t } = useTexts(commonTexts);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), 250);
  const { data, isError } = useQuery({ ...search(q), enabled: opened });
  const choices = data ? choicesOf(data) : [];
  const choose = (value: string | null) => {
    const choice = choices.find((other) => other.value === value);
    if (!choice) return;
    setTyped('');
    onChoose(choice);
  };
  return (
    <FieldShell label={label} error={error}>
      {(ids) => (
        <Select
          {...ids}
          searchable
          size="md"
          value={null}
          searchValue={typed}
          onSearchChange={setTyped}
          onDropdownOpen={() => setOpened(true)}
          onChange={choose}
          data={choices.map(({ value, label: text, disabled }) => ({ value, label: text, disabled }))}
          filter={({ options }) => options}
          nothingFoundMessage={t(isError ? 'searchFailed' : data ? 'nothingFound' : 'searching')}
          renderOption={({ option }) => (
            <span className={styles.option}>
              {option.label}
              <span className={styles.optionDetail}>
                {choices.find((choice) => choice.value === option.value)?.detail}
              </span>
            </span>
          )}
          maxDropdownHeight={320}
          rightSection={null}
        />
      )}
    </FieldShell>
  );
}
