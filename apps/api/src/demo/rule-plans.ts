import type { AudiencePredicate, DuePolicy } from '@lms/domain';

export interface RulePlan {
  name: string;
  /** Code of the course, or of the path. */
  gives: { course: string } | { path: string };
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

/** Paths count their own days from the first day or from the last. */
const OWN_DAYS: DuePolicy = { kind: 'after-start', days: 0, realisticDays: 0 };

/** Rules of the demonstration: what is in force gives little that nobody has yet, and one waits to be finished. */
export const RULE_PLANS: readonly RulePlan[] = [
  {
    name: 'Plant–person for site roles',
    gives: { course: 'SITE-203' },
    predicate: { is: 'all', of: [group('site', 'driver', 'supervisor'), SUPPLY] },
    due: within(14),
    since: -30,
  },
  {
    name: 'Fatigue for drivers',
    gives: { course: 'DRV-301' },
    predicate: { is: 'all', of: [group('driver')] },
    due: { kind: 'after-start', days: 14, realisticDays: 7 },
    since: -90,
  },
  {
    name: 'First aid for supervisors',
    gives: { course: 'AID-521' },
    predicate: {
      is: 'all',
      of: [group('supervisor'), SUPPLY, { is: 'days-since-start', atLeast: 90, atMost: null }],
    },
    due: within(60),
    since: null,
  },
  {
    name: 'Office joiners',
    gives: { path: 'OFFICE' },
    predicate: {
      is: 'all',
      of: [
        { is: 'group', in: ['office', 'manager'] },
        { is: 'organisation-kind', in: ['client', 'partner'] },
      ],
    },
    due: OWN_DAYS,
    since: -90,
  },
  {
    name: 'Site starters',
    gives: { path: 'SITE' },
    predicate: { is: 'all', of: [group('site', 'driver', 'supervisor')] },
    due: OWN_DAYS,
    since: -90,
  },
  {
    name: 'Everyone who leaves',
    gives: { path: 'LEAVE' },
    predicate: { is: 'all', of: [] },
    due: OWN_DAYS,
    since: -90,
  },
];
