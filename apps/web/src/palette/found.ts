import type { CataloguePage, CoursePage, OrganisationPage, PathPage, PersonPage, SessionPage } from '@lms/contracts';
import { api, can, formatMoment, paths, type useMe } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export interface Found {
  key: string;
  label: string;
  detail?: string;
  to: string;
}
export interface FoundGroup {
  group: 'people' | 'courses' | 'paths' | 'sessions' | 'organisations';
  found: Found[];
}

type Me = ReturnType<typeof useMe>;
type Options = { signal: AbortSignal; query: { q: string; limit: string } };

/** What has the words in its name, of whatever the person may see. */
export const foundQuery = (me: Me, q: string) =>
  queryOptions({
    queryKey: ['palette', q],
    enabled: q.length > 1,
    staleTime: 30_000,
    queryFn: async ({ signal }): Promise<FoundGroup[]> => {
      const options = { signal, query: { q, limit: '6' } };
      const groups = await Promise.all([
        people(me, options),
        courses(me, options),
        routes(me, options),
        sessions(options),
        firms(me, options),
      ]);
      return groups.filter(({ found }) => found.length > 0);
    },
  });

async function people(me: Me, options: Options): Promise<FoundGroup> {
  const { items } = can(me, 'people.read', 'people.write')
    ? await api.get<PersonPage>('/people', options)
    : { items: [] };
  const found = items.map(({ id, name, jobRole, organisationName }) => {
    const detail = [jobRole, organisationName].filter(Boolean).join(', ');
    return { key: `person ${id}`, label: name, detail, to: paths.person(id) };
  });
  return { group: 'people', found };
}

async function courses(me: Me, options: Options): Promise<FoundGroup> {
  if (can(me, 'courses.write', 'courses.approve')) {
    const { items } = await api.get<CoursePage>('/courses', options);
    const found = items.map(({ id, title, code }) => {
      return { key: `course ${id}`, label: title, detail: code, to: paths.manageCourse(id) };
    });
    return { group: 'courses', found };
  }
  const { items } = await api.get<CataloguePage>('/catalogue', options);
  const found = items.map(({ courseId, title, code }) => {
    const label = title.map(({ text }) => text).join('');
    return { key: `course ${courseId}`, label, detail: code, to: paths.catalogueCourse(courseId) };
  });
  return { group: 'courses', found };
}

async function routes(me: Me, options: Options): Promise<FoundGroup> {
  const { items } = can(me, 'paths.write') ? await api.get<PathPage>('/paths', options) : { items: [] };
  const found = items.map(({ id, title, code }) => ({
    key: `path ${id}`,
    label: title,
    detail: code,
    to: paths.path(id),
  }));
  return { group: 'paths', found };
}

async function sessions(options: Options): Promise<FoundGroup> {
  const { items } = await api.get<SessionPage>('/sessions', options);
  const found = items.map(({ id, courseTitle, startsAt, place }) => ({
    ...{ key: `session ${id}`, label: courseTitle, to: paths.session(id) },
    detail: [formatMoment(startsAt), place].filter(Boolean).join(', '),
  }));
  return { group: 'sessions', found };
}

async function firms(me: Me, options: Options): Promise<FoundGroup> {
  const { items } = can(me, 'organisations.write')
    ? await api.get<OrganisationPage>('/organisations', options)
    : { items: [] };
  const found = items.map(({ id, name }) => ({ key: `organisation ${id}`, label: name, to: paths.organisation(id) }));
  return { group: 'organisations', found };
}
