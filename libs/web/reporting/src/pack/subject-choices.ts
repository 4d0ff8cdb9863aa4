import type { CrewOrganisations, OrganisationPage, PersonPage, SchemePage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export type SubjectKind = 'scheme' | 'organisation' | 'person';
export interface SubjectChoice {
  value: string;
  label: string;
  /** What tells two of one name apart. */
  detail: string;
}

const limit = 20;
type Search = (q: string, signal: AbortSignal) => Promise<SubjectChoice[]>;

const searches: Record<SubjectKind, Search> = {
  scheme: async (q, signal) =>
    (await api.get<SchemePage>('/schemes', { signal, query: { q, limit } })).items.map(({ id, name, code }) => ({
      ...{ value: id, label: name, detail: code },
    })),
  organisation: async (q, signal) =>
    (await api.get<OrganisationPage>('/organisations', { signal, query: { q, limit } })).items.map((one) => ({
      ...{ value: one.id, label: one.name, detail: one.parentName ?? '' },
    })),
  person: async (q, signal) =>
    (await api.get<PersonPage>('/people', { signal, query: { q, limit } })).items.map((one) => ({
      ...{ value: one.id, label: one.name, detail: [one.jobRole, one.organisationName].filter(Boolean).join(', ') },
    })),
};

/** A coordinator's own organisations and the tiers below them, which are few. */
const coordinated: Search = async (q, signal) =>
  (await api.get<CrewOrganisations>('/my/organisations', { signal })).items
    .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
    .slice(0, limit)
    .map(({ id, name }) => ({ value: id, label: name, detail: '' }));

/** The first few of what a search finds. */
export const subjectChoices = (kind: SubjectKind, q: string, whole: boolean) =>
  queryOptions({
    queryKey: ['pack', 'choices', kind, q, whole],
    queryFn: ({ signal }) => (kind === 'organisation' && !whole ? coordinated : searches[kind])(q, signal),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
