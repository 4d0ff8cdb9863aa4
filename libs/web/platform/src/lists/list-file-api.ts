import type { AskListFile, Created, ListFileItem } from '@lms/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.js';

/** How soon is asked again while a file is being made. */
const EVERY_MS = 700;
export const isBeingMade = ({ state }: Pick<ListFileItem, 'state'>): boolean =>
  state === 'waiting' || state === 'making';

export const listFileAddress = (id: string): string => `/api/v1/list-files/${id}/file`;
export const listFilesKey = ['list-files'] as const;

export const listFileQuery = (id: string | null) =>
  queryOptions({
    queryKey: [...listFilesKey, id],
    queryFn: ({ signal }) => api.get<ListFileItem>(`/list-files/${id}`, { signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && !isBeingMade(state.data) ? false : EVERY_MS),
  });

/** What an address narrows down, as the API takes it: what is not set is left out. */
export function askListFile(
  list: AskListFile['list'],
  format: AskListFile['format'],
  filters: Readonly<Record<string, string | undefined>>,
): Promise<Created> {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return api.post<Created>('/list-files', { list, format, filters: Object.fromEntries(given) });
}
