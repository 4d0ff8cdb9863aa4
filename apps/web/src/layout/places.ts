import type { Me, MyChecks } from '@lms/contracts';
import { can, paths, type Permission } from '@lms/web-platform';
import type { Place } from '@lms/web-ui';

interface PlaceRule extends Pick<Place, 'to' | 'icon' | 'exact' | 'count'> {
  key:
    | 'today'
    | 'catalogue'
    | 'record'
    | 'assess'
    | 'evidence'
    | 'crew'
    | 'team'
    | 'overview'
    | 'matrix'
    | 'people'
    | 'roles'
    | 'schedules'
    | 'requests'
    | 'organisations'
    | 'courses'
    | 'library'
    | 'questions'
    | 'paths'
    | 'rules'
    | 'equivalences'
    | 'reviews'
    | 'imports'
    | 'outbox'
    | 'privacy'
    | 'support'
    | 'audit'
    | 'pack';
  /** What it stands under; none for what is everybody's. */
  group?: 'people' | 'learning' | 'system';
  /** Any of these opens it; none means everybody. */
  needs?: Permission[];
  /** Only for whom this holds. */
  of?: (me: Whom) => boolean;
  /** Only with something to do there: how much waits, null for no such place. */
  waits?: (checks: MyChecks) => number | null;
}

type Whom = Pick<Me, 'permissions' | 'roles' | 'hasReports'>;

const rules: readonly PlaceRule[] = [
  { key: 'today', to: paths.today, icon: 'today', exact: true },
  { key: 'catalogue', to: paths.catalogue, icon: 'search' },
  { key: 'record', to: paths.record, icon: 'record' },
  {
    key: 'crew',
    group: 'people',
    to: paths.crew(),
    icon: 'organisations',
    of: ({ roles }) => roles.some(({ role }) => role === 'coordinator'),
  },
  { key: 'team', group: 'people', to: paths.team, icon: 'people', of: ({ hasReports }) => hasReports },
  { key: 'assess', group: 'people', to: paths.assess, icon: 'assess', waits: (c) => (c.assesses ? c.toAssess : null) },
  {
    key: 'evidence',
    group: 'people',
    to: paths.evidence,
    icon: 'evidence',
    waits: (c) => (c.verifies || c.sends ? c.toCheck + c.sentBack : null),
  },
  { key: 'overview', group: 'people', to: paths.overview, icon: 'signal', needs: ['record.read'] },
  { key: 'matrix', group: 'people', to: paths.matrix, icon: 'matrix', needs: ['record.read'] },
  { key: 'people', group: 'people', to: paths.people, icon: 'people', needs: ['people.read', 'people.write'] },
  {
    ...{ key: 'schedules', group: 'people', to: paths.schedules, icon: 'calendar' },
    needs: ['people.read', 'record.read', 'audit.read'],
  },
  { key: 'requests', group: 'people', to: paths.requests, icon: 'flag', needs: ['assignments.write'] },
  {
    key: 'organisations',
    group: 'people',
    to: paths.organisations,
    icon: 'organisations',
    needs: ['organisations.write'],
  },
  { key: 'imports', group: 'people', to: paths.imports, icon: 'upload', needs: ['imports.write'] },
  {
    key: 'courses',
    group: 'learning',
    to: paths.courses,
    icon: 'courses',
    exact: true,
    needs: ['courses.write', 'courses.approve', 'record.write'],
  },
  { key: 'library', group: 'learning', to: paths.resources, icon: 'library', needs: ['courses.write'] },
  { key: 'questions', group: 'learning', to: paths.questionBanks, icon: 'questions', needs: ['courses.write'] },
  { key: 'paths', group: 'learning', to: paths.paths, icon: 'paths', needs: ['paths.write'] },
  { key: 'rules', group: 'learning', to: paths.rules, icon: 'rules', needs: ['rules.read', 'rules.write'] },
  {
    key: 'equivalences',
    group: 'learning',
    to: paths.equivalences,
    icon: 'link',
    needs: ['rules.read', 'record.correct'],
  },
  { key: 'reviews', group: 'learning', to: paths.reviews, icon: 'reviews', needs: ['courses.approve'] },
  { key: 'outbox', group: 'system', to: paths.outbox, icon: 'outbox', needs: ['mail.read'] },
  {
    key: 'privacy',
    group: 'system',
    to: paths.dataProtection(),
    icon: 'lock',
    needs: ['privacy.read', 'settings.write'],
  },
  { key: 'support', group: 'system', to: paths.support, icon: 'tip', needs: ['support.write'] },
  { key: 'roles', group: 'system', to: paths.roles, icon: 'key', needs: ['grants.read'] },
  { key: 'audit', group: 'system', to: paths.audit, icon: 'clock', needs: ['audit.read'] },
  { key: 'pack', group: 'system', to: paths.auditPack, icon: 'package', needs: ['packs.make'] },
];

/** The places of a person, by what they may do and what waits for them. */
export const placesOf = (me: Whom, checks?: MyChecks): PlaceRule[] =>
  rules
    .filter((rule) => (!rule.needs || can(me, ...rule.needs)) && (rule.of?.(me) ?? true))
    .flatMap((rule) => {
      if (!rule.waits) return [rule];
      const count = checks ? rule.waits(checks) : null;
      return count === null ? [] : [{ ...rule, count }];
    });
