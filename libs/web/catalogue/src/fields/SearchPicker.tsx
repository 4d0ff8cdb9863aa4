import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTexts } from '@lms/web-platform';
import { FieldShell } from '@lms/web-ui';
import { useQuery, type DefaultError, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { commonTexts } from '../texts/common.js';
import styles from './fields.module.css';

/** How something found is shown. */
export interface Choice {
  label: string;
  detail?: string;
  disabled?: boolean;
}

interface Found<Item> {
  items: Item[];
}

interface Props<Item, Page extends Found<Item>, Key extends QueryKey> {
  label: string;
  error?: string | null;
  /** The query that answers a search. */
  search: (q: string) => UseQueryOptions<Page, DefaultError, Page, Key>;
  choiceOf: (item: Item) => Choice;
  onChoose: (item: Item) => void;
  autoFocus?: boolean;
}

/** Finds one thing while it is typed, hands it over, and is ready for the next. The API does the searching. */
export function SearchPicker<Item extends { id: string }, Page extends Found<Item>, Key extends QueryKey>({
  label,
  error,
  search,
  choiceOf,
  onChoose,
  autoFocus,
}: Props<Item, Page, Key>) {
  const { t } = useTexts(commonTexts);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), 250);
  const { data, isError } = useQuery({ ...search(q), enabled: opened });
  const found = (data?.items ?? []).map((item) => ({ item, choice: choiceOf(item) }));
  const choose = (value: string | null) => {
    const chosen = found.find(({ item }) => item.id === value);
    if (!chosen) return;
    setTyped('');
    onChoose(chosen.item);
  };
  return (
    <FieldShell label={label} error={error}>
      {(ids) => (
        <Select
          {...ids}
          searchable
          autoFocus={autoFocus}
          size="md"
          classNames={{ input: styles.input }}
          value={null}
          searchValue={typed}
          onSearchChange={setTyped}
          onDropdownOpen={() => setOpened(true)}
          onChange={choose}
          data={found.map(({ item, choice }) => ({ value: item.id, label: choice.label, disabled: choice.disabled }))}
          filter={({ options }) => options}
          nothingFoundMessage={t(isError ? 'searchFailed' : data ? 'nothingFound' : 'searching')}
          renderOption={({ option }) => (
            <span className={styles.option}>
              {option.label}
              <span className={styles.optionDetail}>
                {found.find(({ item }) => item.id === option.value)?.choice.detail}
              </span>
            </span>
          )}
          maxDropdownHeight={320}
          comboboxProps={{ withinPortal: false, hideDetached: false }}
          rightSection={null}
        />
      )}
    </FieldShell>
  );
}
