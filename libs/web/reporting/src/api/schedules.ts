import type {
  AddSchedule,
  Created,
  PersonPage,
  ReceivedSchedules,
  SaveSchedule,
  Schedule,
  ScheduleItem,
  SchedulePage,
  ScheduleQuery,
  ScheduleRunPage,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';

const key = ['schedules'] as const;
/** How soon is asked again while files are being made. */
const EVERY_MS = 1500;
const underWay = (state: string | undefined): boolean => state === 'waiting' || state === 'making';

export const schedulesQuery = (show: ScheduleQuery['show']) =>
  infiniteQueryOptions({
    queryKey: [...key, 'list', show],
    queryFn: ({ signal, pageParam }) =>
      api.get<SchedulePage>('/schedules', { signal, query: { show, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ lastRun }) => underWay(lastRun?.state))) ? EVERY_MS : false,
  });

export const scheduleQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: ({ signal }) => api.get<Schedule>(`/schedules/${id}`, { signal }),
    refetchInterval: ({ state }) => (underWay(state.data?.lastRun?.state) ? EVERY_MS : false),
  });

export const runsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...key, 'runs', id],
    queryFn: ({ signal, pageParam }) =>
      api.get<ScheduleRunPage>(`/schedules/${id}/runs`, { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((run) => underWay(run.state))) ? EVERY_MS : false,
  });

export const receivedQuery = () =>
  queryOptions({
    queryKey: [...key, 'received'],
    queryFn: ({ signal }) => api.get<ReceivedSchedules>('/my/schedules', { signal }),
  });

export interface RecipientChoice {
  value: string;
  label: string;
  detail: string;
}
/** The first few people whom one sees and whose names are like that. */
export const recipientChoices = (q: string) =>
  queryOptions({
    queryKey: [...key, 'people', q],
    queryFn: async ({ signal }): Promise<RecipientChoice[]> =>
      (await api.get<PersonPage>('/people', { signal, query: { q, limit: 20 } })).items.map((person) => ({
        ...{ value: person.id, label: person.name },
        detail: [person.jobRole, person.organisationName].filter(Boolean).join(', '),
      })),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });

export type ScheduleAct = 'pause' | 'resume' | 'end' | 'run';

export function useScheduleChanges() {
  const client = useQueryClient();
  const after = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      await client.invalidateQueries({ queryKey: key });
    }
  };
  return {
    add: (body: AddSchedule) => after(api.post<Created>('/schedules', body)),
    save: (id: string, version: number, body: SaveSchedule) => after(api.put(`/schedules/${id}`, body, { version })),
    act: ({ id, version }: Pick<ScheduleItem, 'id' | 'version'>, what: ScheduleAct) =>
      after(api.post(`/schedules/${id}/${what}`, {}, { version })),
    receive: (id: string, receive: boolean) => after(api.put(`/my/schedules/${id}`, { receive })),
  };
}
