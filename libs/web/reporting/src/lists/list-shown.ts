import type { ListFileItem, ScheduledList } from '@lms/contracts';
import { paths } from '@lms/web-platform';
import { answeredWronglyPath, completedPath, givenUpPath } from '../learners/learners-link.js';

interface Place {
  to:
    | string
    | { /** The filter that stands in its address as a part of the path. */ of: string; at: (id: string) => string };
  /** What its address needs besides the filters. */
  view?: Readonly<Record<string, string>>;
  /** Filters that its address calls by another name. */
  called?: Readonly<Record<string, string>>;
}
const ORGANISATION = { organisationId: 'organisation' };

/** Where each list that can be had as a file is shown. */
const PLACES: Record<ListFileItem['list'], Place> = {
  matrix: { to: paths.matrix },
  overdue: { to: paths.matrix },
  people: { to: paths.people },
  audit: { to: paths.audit },
  evidence: { to: paths.evidence },
  'evidence-sent': { to: paths.evidence, view: { list: 'sent' } },
  requests: { to: paths.requests, view: { show: 'asked' } },
  decisions: { to: paths.requests },
  courses: { to: paths.courses },
  rules: { to: paths.rules },
  equivalences: { to: paths.equivalences, called: { courseId: 'course' } },
  organisations: { to: paths.organisations },
  crew: { to: paths.crew(), called: ORGANISATION },
  team: { to: paths.team },
  completed: { to: completedPath },
  'given-up': { to: givenUpPath },
  'answered-wrongly': { to: { of: 'questionId', at: answeredWronglyPath } },
  cards: { to: paths.signInCards(), called: { people: 'person' } },
  mails: { to: paths.outbox },
  roles: { to: paths.roles },
  imports: { to: paths.imports },
  paths: { to: paths.paths },
  'path-progress': { to: { of: 'pathId', at: paths.pathProgress } },
  resources: { to: paths.resources },
  'question-banks': { to: paths.questionBanks },
  reviews: { to: paths.reviews },
  problems: { to: { of: 'courseId', at: paths.problems } },
  audiences: { to: paths.audiences },
  tasks: { to: paths.tasks },
  'to-assess': { to: paths.assess },
  recorded: { to: paths.recorded },
  schemes: { to: paths.schemes },
  duplicates: { to: paths.duplicates },
  merges: { to: paths.duplicates, view: { show: 'merged' } },
  schedules: { to: paths.schedules },
  erasures: { to: paths.dataProtection() },
  'erasures-decided': { to: paths.dataProtection('decided') },
  'erasures-due': { to: paths.dataProtection('due') },
  'data-requests': { to: paths.dataProtection('downloads') },
  'legal-holds': { to: paths.dataProtection('holds') },
  anchors: { to: paths.anchors },
  sessions: { to: paths.sessions, called: { courseId: 'course' } },
  'session-bookings': { to: { of: 'sessionId', at: paths.session } },
  'my-sessions': { to: paths.mySessions },
  'audit-pack': { to: paths.auditPack },
};

export const isScheduled = (list: string | null): list is ScheduledList =>
  list !== null && list !== 'audit-pack' && Object.hasOwn(PLACES, list);

/** Where a list is shown, narrowed down in the same way. */
export function listShown(list: ListFileItem['list'], filters: Readonly<Record<string, string>> = {}) {
  const { to, view = {}, called = {} } = PLACES[list];
  const part = typeof to === 'string' ? null : to.of;
  const given = Object.entries(filters).flatMap(([name, value]) =>
    name === part ? [] : [[called[name] ?? name, value]],
  );
  const pathname = typeof to === 'string' ? to : to.at(filters[to.of] ?? '');
  return { pathname, search: new URLSearchParams([...Object.entries(view), ...given]).toString() };
}
