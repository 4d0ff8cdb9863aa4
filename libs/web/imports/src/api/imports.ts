import type {
  CheckImportRequest,
  Created,
  Import,
  ImportKindName,
  ImportKinds,
  ImportMappings,
  ImportPage,
  ImportRowPage,
  RowOutcome,
  SaveMappingRequest,
  SelectRowsRequest,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';

/** How soon is asked again while something is being done. */
const everyMs = 700;
const keys = {
  all: ['imports'] as const,
  one: (id: string) => ['imports', 'one', id] as const,
  rows: (id: string) => ['imports', 'rows', id] as const,
};

export const isRunning = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'reading' || state === 'checking' || state === 'applying';

export const kindsQuery = () =>
  queryOptions({
    queryKey: [...keys.all, 'kinds'],
    queryFn: ({ signal }) => api.get<ImportKinds>('/imports/kinds', { signal }),
    staleTime: Infinity,
  });

export const importsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...keys.all, 'list'],
    queryFn: ({ signal, pageParam }) => api.get<ImportPage>('/imports', { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => api.get<Import>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? everyMs : false),
  });

export interface RowFilter {
  outcome?: RowOutcome;
  result?: 'applied' | 'failed';
  q?: string;
}

/** `state` makes the rows another list once a step has changed them. */
export const rowsQuery = (id: string, state: string, filter: RowFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.rows(id), state, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<ImportRowPage>(`/imports/${id}/rows`, { signal, query: { ...filter, limit: 50, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const mappingsQuery = (kind: ImportKindName) =>
  queryOptions({
    queryKey: [...keys.all, 'mappings', kind],
    queryFn: ({ signal }) => api.get<ImportMappings>('/import-mappings', { signal, query: { kind } }),
  });

export const resultFile = (id: string, format: 'csv' | 'xlsx', rows: 'all' | 'faulty'): string =>
  `/api/v1/imports/${id}/result.${format}?rows=${rows}`;
export const templateFile = (kind: ImportKindName): string => `/api/v1/import-template.xlsx?kind=${kind}`;

/** Sends a file as it is: the server looks into it. */
export const beginImport = (kind: ImportKindName, name: string, content: Blob): Promise<Created> =>
  api.post<Created>('/imports', new Blob([content], { type: 'application/octet-stream' }), { query: { kind, name } });

export function useImportChanges(id: string) {
  const client = useQueryClient();
  const then = async (done: Promise<unknown>): Promise<void> => {
    await done;
    await Promise.all([keys.one(id), keys.rows(id)].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  return {
    check: (request: CheckImportRequest) => then(api.put(`/imports/${id}/check`, request)),
    choose: (n: number, choice: string) => then(api.put(`/imports/${id}/rows/${n}/choice`, { choice })),
    chooseAll: (choice: 'new' | 'likeliest') => then(api.put(`/imports/${id}/choices`, { choice })),
    select: (request: SelectRowsRequest) => then(api.put(`/imports/${id}/selection`, request)),
    apply: (leaving?: number) => then(api.post(`/imports/${id}/apply`, { leaving })),
    saveMapping: async (request: SaveMappingRequest): Promise<void> => {
      await api.post('/import-mappings', request);
      await client.invalidateQueries({ queryKey: [...keys.all, 'mappings', request.kind] });
    },
  };
}
