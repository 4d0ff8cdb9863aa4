import type { MatrixBy, MatrixFilter, MatrixStanding, MatrixTeam } from '@lms/contracts';
import { useSearchParams } from 'react-router';

const bys = ['organisation', 'scheme', 'role'] as const satisfies readonly MatrixBy[];
const teams = ['direct', 'all'] as const satisfies readonly MatrixTeam[];
export const standings = [
  'to-act',
  'holds',
  'overdue',
  'expired',
  'expiring',
  'in progress',
  'not started',
  'valid',
  'exempt',
] as const satisfies readonly MatrixStanding[];

const oneOf = <T extends string>(list: readonly T[], value: string | null): T | undefined =>
  list.find((entry) => entry === value);

const day = (value: string | undefined): string | undefined =>
  value && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

/** The filters, which live in the address: shared with a link, taken back with the back button. */
export function useMatrixFilter() {
  const [search, setSearch] = useSearchParams();
  const read = (name: string): string | undefined => search.get(name) || undefined;
  const filter: MatrixFilter = {
    by: oneOf(bys, search.get('by')) ?? 'organisation',
    organisationId: read('organisationId'),
    tiers: oneOf(['none'], search.get('tiers')),
    team: oneOf(teams, search.get('team')),
    schemeId: read('schemeId'),
    group: read('group'),
    jobRole: read('jobRole'),
    q: read('q'),
    standing: oneOf(standings, search.get('standing')),
    courseId: read('courseId'),
    columns: read('columns'),
    from: day(read('from')),
    to: day(read('to')),
  };
  const withValues = (from: URLSearchParams, values: Partial<Record<keyof MatrixFilter, string | undefined>>) => {
    const next = new URLSearchParams(from);
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  };
  return {
    filter,
    narrowed: Object.entries(filter).some(([name, value]) => !['by', 'columns'].includes(name) && value !== undefined),
    /** The address with other values, for a link. */
    to: (values: Parameters<typeof withValues>[1]) => ({ search: withValues(search, values).toString() }),
    write: (values: Parameters<typeof withValues>[1], { replace = false } = {}) =>
      setSearch((from) => withValues(from, values), { replace, preventScrollReset: true }),
    clear: () =>
      setSearch((from) => new URLSearchParams([...from].filter(([name]) => ['by', 'columns'].includes(name))), {
        preventScrollReset: true,
      }),
  };
}
export type MatrixAddress = ReturnType<typeof useMatrixFilter>;
