import { useDebouncedValue } from '@mantine/hooks';
import { useTexts } from '@lms/web-platform';
import { useQuery, type DefaultError, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { commonTexts } from '../texts/common.js';
import type { Choice } from './choice.js';

/** The query that answers a search. */
export type ChoiceSearch<Key extends QueryKey> = (q: string) => UseQueryOptions<Choice[], DefaultError, Choice[], Key>;

/** What the API finds for what is typed, once the list has been opened. `q` is empty to see the first of all. */
export function useChoices<Key extends QueryKey>(search: ChoiceSearch<Key>, q: string) {
  const { t } = useTexts(commonTexts);
  const [opened, setOpened] = useState(false);
  const [asked] = useDebouncedValue(q.trim(), 250);
  const { data, isError, isPlaceholderData } = useQuery({ ...search(asked), enabled: opened });
  const waiting = !data || isPlaceholderData || asked !== q.trim();
  return {
    found: data ?? [],
    open: () => setOpened(true),
    emptyText: isError ? t('picker.failed') : waiting ? t('picker.searching') : t('picker.nothing'),
  };
}
