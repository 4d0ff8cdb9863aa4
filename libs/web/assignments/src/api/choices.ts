import type { CoursePage, OrganisationPage, PathPage, PersonPage, SchemePage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export interface Choice {
  value: string;
  label: string;
}
export type ChoiceKind = 'organisation' | 'scheme' | 'course' | 'path' | 'person';

const limit = 20;
const named = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name });
const titled = ({ id, title }: { id: string; title: string }): Choice => ({ value: id, label: title });

/** The first few that a search finds. */
const find: Record<ChoiceKind, (q: string, signal: AbortSignal) => Promise<Choice[]>> = {
  organisation: async (q, signal) =>
    (await api.get<OrganisationPage>('/organisations', { signal, query: { q, limit } })).items.map(named),
  scheme: async (q, signal) =>
    (await api.get<SchemePage>('/schemes', { signal, query: { q, limit } })).items.map(named),
  course: async (q, signal) =>
    (await api.get<CoursePage>('/courses', { signal, query: { q, limit, state: 'published' } })).items.map(titled),
  path: async (q, signal) => (await api.get<PathPage>('/paths', { signal, query: { q, limit } })).items.map(titled),
  person: async (q, signal) => (await api.get<PersonPage>('/people', { signal, query: { q, limit } })).items.map(named),
};

export const choicesQuery = (kind: ChoiceKind, q: string) =>
  queryOptions({
    queryKey: ['rule-choices', kind, q],
    queryFn: ({ signal }) => find[kind](q, signal),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
