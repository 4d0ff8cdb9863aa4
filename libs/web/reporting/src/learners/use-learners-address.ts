import { useSearchParams } from 'react-router';

const names = ['organisationId', 'schemeId', 'courseId', 'activityId', 'from', 'to'] as const;
export type LearnersFilter = Partial<Record<(typeof names)[number], string>>;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What narrows the lists behind the overview down: it lives in the address. */
export function useLearnersAddress() {
  const [search, setSearch] = useSearchParams();
  const filter: LearnersFilter = {};
  for (const name of names) {
    const value = search.get(name) ?? '';
    if (name === 'from' || name === 'to' ? DAY.test(value) : value) filter[name] = value;
  }
  const withValues = (values: LearnersFilter): URLSearchParams => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  };
  return {
    filter,
    to: (values: LearnersFilter) => ({ search: withValues(values).toString() }),
    write: (values: LearnersFilter) => setSearch(withValues(values), { replace: true, preventScrollReset: true }),
  };
}
export type LearnersAddress = ReturnType<typeof useLearnersAddress>;
