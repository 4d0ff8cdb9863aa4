import type { AuditFilter } from '@lms/contracts';
import { useSearchParams } from 'react-router';

const names = ['from', 'until', 'what', 'actorId', 'targetId', 'q'] as const satisfies readonly (keyof AuditFilter)[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filters and the entry that is open, which live in the address: shared with a link, taken back with the back button. */
export function useAuditFilter() {
  const [search, setSearch] = useSearchParams();
  const read = (name: string): string | undefined => search.get(name) || undefined;
  const day = (name: string): string | undefined => (DAY.test(read(name) ?? '') ? read(name) : undefined);
  const filter: AuditFilter = {
    ...{ from: day('from'), until: day('until'), what: read('what') },
    ...{ actorId: read('actorId'), targetId: read('targetId'), q: read('q') },
  };
  const withValues = (values: Readonly<Record<string, string | undefined>>) => (from: URLSearchParams) => {
    const next = new URLSearchParams(from);
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  };
  return {
    filter,
    open: read('entry'),
    narrowed: names.some((name) => filter[name] !== undefined),
    to: (values: Parameters<typeof withValues>[0]) => ({ search: withValues(values)(search).toString() }),
    write: (values: Parameters<typeof withValues>[0], { replace = false } = {}) =>
      setSearch(withValues(values), { replace, preventScrollReset: true }),
    clear: () => setSearch({}, { preventScrollReset: true }),
  };
}
export type AuditAddress = ReturnType<typeof useAuditFilter>;
