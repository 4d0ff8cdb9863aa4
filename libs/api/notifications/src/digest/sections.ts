import type { ReminderDue } from './reminder-due.js';

/** The parts of a digest, the most pressing first. */
export const SECTIONS = [
  'session-tomorrow',
  'session-news',
  'overdue',
  'soon',
  'expiring',
  'tasks',
  'tell',
  'escalated',
  'unspoken',
  'unspoken-late',
  'decide',
] as const;
export type SectionKey = (typeof SECTIONS)[number];

/** Which part something belongs to, for whoever is told. */
export function sectionOf(item: ReminderDue): SectionKey {
  if (item.kind === 'decision') return 'decide';
  if (item.unspoken) return item.step === 'escalated' ? 'unspoken-late' : 'unspoken';
  if (item.step === 'escalated') return 'escalated';
  if (item.toldId !== item.personId) return 'tell';
  return ownSectionOf(item);
}

/** Which part something belongs to, for the person whose thing it is. */
export function ownSectionOf(item: ReminderDue): SectionKey {
  if (item.kind === 'session') return item.step === 'news' ? 'session-news' : 'session-tomorrow';
  if (item.kind === 'task') return 'tasks';
  if (item.step === 'overdue-1' || item.step === 'overdue-7') return 'overdue';
  return item.what === 'expiring' ? 'expiring' : 'soon';
}

/** Told of everybody at once: whom nobody speaks for is a matter of the organisation, not of each person. */
export const isGroup = (section: SectionKey): section is 'unspoken' | 'unspoken-late' =>
  section === 'unspoken' || section === 'unspoken-late';

/** What whoever is told does themself; the other sections are about people, or lists to decide. */
export const isOwn = (section: SectionKey): boolean =>
  !isGroup(section) && section !== 'tell' && section !== 'escalated' && section !== 'decide';

const UNSPOKEN = '/people?speaker=nobody';

/** Where it can be done, within the app. */
export function linkOf(item: ReminderDue, section: SectionKey): string {
  if (isGroup(section)) return UNSPOKEN;
  if (section === 'tell' || section === 'escalated') return `/people/${item.personId}/record`;
  if (item.kind === 'session') return '/my/sessions';
  if (item.kind === 'task') return '/tasks';
  if (item.kind === 'decision') {
    const one = item.total === 1 ? ONE_DECISION[item.what ?? ''] : undefined;
    return one ? one(item.thingId) : (DECISION_LINKS[item.what ?? ''] ?? '/');
  }
  return `/courses/${item.thingId}`;
}

const DECISION_LINKS: Readonly<Record<string, string>> = {
  evidence: '/evidence',
  'sign-off': '/assess',
  review: '/reviews',
  exemption: '/requests',
  extension: '/requests',
  enrolment: '/requests',
  request: '/requests',
  task: '/tasks',
  rule: '/rules?show=to-decide',
  'rule-dates': '/rules?show=to-decide',
  erasure: '/data-protection',
};

/** Where one alone waits, and has a page of its own under the number it waits by. */
const ONE_DECISION: Readonly<Record<string, (id: string) => string>> = {
  evidence: (id) => `/evidence/${id}`,
  erasure: (id) => `/data-protection/erasures/${id}`,
};

/** Where all of a section can be seen. */
export const SECTION_LISTS: Readonly<Record<SectionKey, string>> = {
  'session-tomorrow': '/my/sessions',
  'session-news': '/my/sessions',
  overdue: '/',
  soon: '/',
  expiring: '/',
  tasks: '/tasks',
  tell: '/people',
  escalated: '/people',
  unspoken: UNSPOKEN,
  'unspoken-late': UNSPOKEN,
  decide: '/',
};

/** What is told today in the order of the sections; of decisions one entry for each kind, with how many are new. */
export function bySection(items: readonly ReminderDue[]): Map<SectionKey, ReminderDue[]> {
  const found = new Map<SectionKey, ReminderDue[]>();
  for (const key of SECTIONS) {
    const members = items.filter((item) => sectionOf(item) === key && !isToldAlready(item, items));
    if (members.length > 0) found.set(key, key === 'decide' ? oldestOfEachKind(members) : members);
  }
  return found;
}

/** Who tells somebody that it is overdue need not be told besides that it has been so for a week. */
const isToldAlready = (item: ReminderDue, items: readonly ReminderDue[]): boolean =>
  item.step === 'escalated' &&
  items.some(
    (other) => other.step !== 'escalated' && other.personId === item.personId && other.thingId === item.thingId,
  );

/** Whatever has waited longest stands for its kind. */
function oldestOfEachKind(items: readonly ReminderDue[]): ReminderDue[] {
  const oldest = new Map<string, ReminderDue>();
  for (const item of items) {
    const known = oldest.get(item.what ?? '');
    if (!known || item.deadline < known.deadline) oldest.set(item.what ?? '', item);
  }
  return [...oldest.values()];
}
