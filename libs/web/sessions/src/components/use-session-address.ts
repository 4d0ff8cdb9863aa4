import { addDays } from '@lms/domain';
import { useSearchParams } from 'react-router';
import type { SessionFilter } from '../api/sessions.js';
import { FORMS, STATES } from './session-values.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f-]{36}$/i;
const PAST_DAYS = 90;
const NARROWING = ['q', 'show', 'form', 'state', 'course', 'from', 'to', 'when'] as const;
type Name = (typeof NARROWING)[number];

/** What the address narrows sessions down by; anything it does not know is left out. */
export function filterOf(search: URLSearchParams, today: string): SessionFilter {
  const fitting = (name: Name, pattern: RegExp) => {
    const value = search.get(name) ?? '';
    return pattern.test(value) ? value : undefined;
  };
  const past = search.get('when') === 'past';
  const show = search.get('show');
  return {
    q: search.get('q')?.slice(0, 100) || undefined,
    show: show === 'free' || show === 'teaching' ? show : undefined,
    form: FORMS.find((form) => form === search.get('form')),
    state: STATES.find((state) => state === search.get('state')),
    courseId: fitting('course', ID),
    from: fitting('from', DAY) ?? (past ? addDays(today, -PAST_DAYS) : undefined),
    to: fitting('to', DAY) ?? (past ? addDays(today, -1) : undefined),
  };
}

/** The filters in the address: shared with a link, taken back with the back button. */
export function useSessionAddress(today: string) {
  const [search, setSearch] = useSearchParams();
  const withValue = (name: Name, value: string | null | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  };
  return {
    filter: filterOf(search, today),
    past: search.get('when') === 'past',
    narrowed: NARROWING.some((name) => name !== 'when' && search.has(name)),
    read: (name: Name) => search.get(name) ?? '',
    to: (name: Name, value: string | null) => ({ search: withValue(name, value).toString() }),
    write: (name: Name, value: string) =>
      setSearch(withValue(name, value), { replace: true, preventScrollReset: true }),
  };
}
export type SessionAddress = ReturnType<typeof useSessionAddress>;
