import type { JobRoles, Organisation, OrganisationPage, PersonPage, SchemePage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Choice } from '../fields/choice.js';
import { peopleKeys } from './keys.js';

const limit = 20;
const asked = { placeholderData: keepPreviousData, throwOnError: false } as const;

const organisationChoicesOf = (kinds: readonly Organisation['kind'][] | null) => (q: string) =>
  queryOptions({
    queryKey: [...peopleKeys.organisations, 'choices', kinds, q],
    queryFn: async ({ signal }): Promise<Choice[]> => {
      // The API takes one kind; two are told apart here.
      const kind = kinds?.length === 1 ? kinds[0] : undefined;
      const { items } = await api.get<OrganisationPage>('/organisations', { signal, query: { q, kind, limit } });
      return items.flatMap(({ id, name, parentName, kind: own }) =>
        kinds && !kinds.includes(own) ? [] : { value: id, label: name, detail: parentName ?? undefined },
      );
    },
    ...asked,
  });

/** The first few of what a search finds, to choose from. */
export const organisationChoices = organisationChoicesOf(null);
export const supplierChoices = organisationChoicesOf(['supplier']);
export const partnerChoices = organisationChoicesOf(['partner']);
export const coordinatedChoices = organisationChoicesOf(['partner', 'supplier']);

export const schemeChoices = (q: string) =>
  queryOptions({
    queryKey: [...peopleKeys.schemes, 'choices', q],
    queryFn: async ({ signal }): Promise<Choice[]> => {
      const { items } = await api.get<SchemePage>('/schemes', { signal, query: { q, limit } });
      return items.map(({ id, name, code }) => ({ value: id, label: name, detail: code }));
    },
    ...asked,
  });

/** Job roles that people have, with how many have them. */
export const jobRoleChoices = (q: string) =>
  queryOptions({
    queryKey: [...peopleKeys.all, 'job-roles', q],
    queryFn: async ({ signal }): Promise<Choice[]> => {
      const { items } = await api.get<JobRoles>('/people/job-roles', { signal, query: { q } });
      return items.map(({ name, people }) => ({ value: name, label: name, detail: String(people) }));
    },
    ...asked,
  });

/** People whose engagement is not over, as line managers. */
export const managerChoices = (q: string) =>
  queryOptions({
    queryKey: [...peopleKeys.all, 'choices', q],
    queryFn: async ({ signal }): Promise<Choice[]> => {
      const { items } = await api.get<PersonPage>('/people', { signal, query: { q, limit } });
      return items.flatMap(({ id, name, status, jobRole, organisationName }) =>
        status === 'left'
          ? []
          : { value: id, label: name, detail: [jobRole, organisationName].filter(Boolean).join(', ') },
      );
    },
    ...asked,
  });
