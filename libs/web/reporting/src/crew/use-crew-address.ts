import type { CrewShow } from '@lms/contracts';
import { useSearchParams } from 'react-router';
import type { CrewFilter } from '../api/crew.js';

export const shows = ['late', 'soon', 'waiting', 'outside'] as const satisfies readonly CrewShow[];

/** What narrows the list down, and whose it is: in the address, so that a view can be shared and taken back. */
export function useCrewAddress() {
  const [search, setSearch] = useSearchParams();
  const filter: CrewFilter = {
    show: shows.find((show) => show === search.get('show')),
    q: search.get('q') || undefined,
  };
  const withValue = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  };
  return {
    filter,
    organisationId: search.get('organisation'),
    team: search.get('team') === 'all' ? ('all' as const) : ('direct' as const),
    /** The address with another value, for a link. */
    to: (name: 'show' | 'organisation' | 'team', value: string | undefined) => ({
      search: withValue(name, value).toString(),
    }),
    /** The address of everybody. */
    bare: new URLSearchParams([...search].filter(([name]) => name !== 'show' && name !== 'q')).toString(),
    search: (q: string) => setSearch(withValue('q', q), { replace: true, preventScrollReset: true }),
  };
}
export type CrewAddress = ReturnType<typeof useCrewAddress>;
