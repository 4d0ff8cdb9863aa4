import { useLocation, useSearchParams } from 'react-router';

/** As many as are booked at once. */
export const MOST_BOOKED = 200;
const ID = /^[0-9a-f-]{36}$/i;

/** For whom, which course and which session: in the address, so that it can be shared and taken back. */
export function useBookAddress() {
  const [search, setSearch] = useSearchParams();
  const state: unknown = useLocation().state;
  const from = state && typeof state === 'object' && 'from' in state ? state.from : null;
  const asked = [...new Set((search.get('people') ?? '').split(',').filter((id) => ID.test(id)))];
  const write = (values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(values)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true, preventScrollReset: true, state });
  };
  const fitting = (name: string) => {
    const value = search.get(name) ?? '';
    return ID.test(value) ? value : undefined;
  };
  return {
    people: asked.slice(0, MOST_BOOKED),
    tooMany: asked.length > MOST_BOOKED,
    courseId: fitting('course'),
    sessionId: fitting('session'),
    /** The page that led here. */
    from: typeof from === 'string' && from.startsWith('/') ? from : null,
    choosePeople: (people: readonly string[]) => write({ people: people.join(',') }),
    chooseCourse: (course: string) => write({ course, session: '' }),
    chooseSession: (session: string, course: string) => write({ session, course }),
  };
}
export type BookAddress = ReturnType<typeof useBookAddress>;
