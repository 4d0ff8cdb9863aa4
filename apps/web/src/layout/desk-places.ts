import type { MyChecks } from '@lms/contracts';
import { can, paths, type Permission, registerTexts } from '@lms/web-platform';
import type { Place } from '@lms/web-ui';
import type { Whom } from './places.js';

export const deskTexts = registerTexts('desk', {
  group: { people: 'People', learning: 'Learning', system: 'System' },
  place: {
    crew: 'My organisation',
    team: 'My team',
    assess: 'To assess',
    evidence: 'Evidence',
    overview: 'Overview',
    matrix: 'Matrix',
    people: 'People',
    roles: 'Roles',
    schedules: 'Schedules',
    requests: 'Requests',
    organisations: 'Organisations',
    courses: 'Courses',
    library: 'Library',
    questions: 'Questions',
    paths: 'Paths',
    rules: 'Rules',
    equivalences: 'Equivalences',
    reviews: 'Reviews',
    imports: 'Imports',
    outbox: 'Outbox',
    settings: 'Settings',
    support: 'Support',
    privacy: 'Data protection',
    audit: 'Audit log',
    pack: 'Audit pack',
  },
});

interface DeskRule extends Pick<Place, 'to' | 'icon' | 'exact' | 'near'> {
  key: keyof typeof deskTexts.tree.place;
  /** What it stands under. */
  group: keyof typeof deskTexts.tree.group;
  /** Any of these opens it. */
  needs?: Permission[];
  /** Only for whom this holds. */
  of?: (me: Whom) => boolean;
  /** Only with something to do there: how much waits, null for no such place. */
  waits?: (checks: MyChecks) => number | null;
}

const rules: readonly DeskRule[] = [
  {
    key: 'crew',
    group: 'people',
    to: paths.crew(),
    icon: 'organisations',
    near: true,
    of: ({ roles }) => roles.some(({ role }) => role === 'coordinator'),
  },
  { key: 'team', group: 'people', to: paths.team, icon: 'people', near: true, of: ({ hasReports }) => hasReports },
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
  { key: 'settings', group: 'system', to: paths.settings, icon: 'edit', needs: ['settings.write', 'outcomes.write'] },
  { key: 'support', group: 'system', to: paths.support, icon: 'tip', needs: ['support.write'] },
  { key: 'roles', group: 'system', to: paths.roles, icon: 'key', needs: ['grants.read'] },
  { key: 'audit', group: 'system', to: paths.audit, icon: 'clock', needs: ['audit.read'] },
  { key: 'pack', group: 'system', to: paths.auditPack, icon: 'package', needs: ['packs.make'] },
];

/** The places of a person beyond everybody's, by what they may do and what waits for them. */
export const deskPlacesOf = (me: Whom, checks?: MyChecks) =>
  rules
    .filter((rule) => (!rule.needs || can(me, ...rule.needs)) && (rule.of?.(me) ?? true))
    .flatMap(({ key, group, to, icon, exact, near, waits }) => {
      const count = waits && (checks ? waits(checks) : null);
      if (count === null) return [];
      return [
        { key, group: deskTexts.t(`group.${group}`), label: deskTexts.t(`place.${key}`), to, icon, exact, near, count },
      ];
    });
