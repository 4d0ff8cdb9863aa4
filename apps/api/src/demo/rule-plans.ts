import type { AudiencePredicate, DuePolicy } from '@lms/domain';

export interface RulePlan {
  name: string;
  /** Code of the course. */
  course: string;
  predicate: AudiencePredicate;
  due: DuePolicy;
  /** Days from today on which it came into force; null where it is still a draft. */
  since: number | null;
}

const group = (...groups: ('site' | 'driver' | 'supervisor')[]): AudiencePredicate => ({ is: 'group', in: groups });
const SUPPLY: AudiencePredicate = { is: 'organisation-kind', in: ['partner', 'supplier'] };
const within = (days: number): DuePolicy => ({ kind: 'after-assignment', days, realisticDays: 7 });

/** Audiences that somebody has saved. */
export const AUDIENCE_PLANS: readonly { name: string; predicate: AudiencePredicate }[] = [
  {
    name: 'Site people of partners and suppliers',
    predicate: { is: 'all', of: [group('site', 'supervisor'), SUPPLY] },
  },
  { name: 'Everyone who drives', predicate: { is: 'all', of: [group('driver')] } },
];

/** Rules of the demonstration: what is in force gives little that nobody has yet, and one waits to be finished. */
export const RULE_PLANS: readonly RulePlan[] = [
  {
    name: 'Plant–person for site roles',
    course: 'SITE-203',
    predicate: { is: 'all', of: [group('site', 'driver', 'supervisor'), SUPPLY] },
    due: within(14),
    since: -30,
  },
  {
    name: 'Fatigue for drivers',
    course: 'DRV-301',
    predicate: { is: 'all', of: [group('driver')] },
    due: { kind: 'after-start', days: 14, realisticDays: 7 },
    since: -90,
  },
  {
    name: 'First aid for supervisors',
    course: 'AID-521',
    predicate: {
      is: 'all',
      of: [group('supervisor'), SUPPLY, { is: 'days-since-start', atLeast: 90, atMost: null }],
    },
    due: within(60),
    since: null,
  },
];
