import type { SectionKey } from './sections.js';

/** Every word of a digest that does not come from the data. */
export const digestTexts = {
  greeting: (name: string) => `Hello ${name},`,
  lead: (day: string) => `This is your mail of ${day}. There is one a day at most.`,
  heading: {
    'session-tomorrow': 'Tomorrow',
    'session-news': 'Your sessions',
    overdue: 'Overdue',
    soon: 'Due soon',
    expiring: 'Can be renewed',
    tasks: 'Tasks of yours',
    tell: 'Please tell them: no e-mail reaches them',
    escalated: 'Overdue for a week, among your people',
    unspoken: 'No e-mail reaches them, and nobody else tells them',
    'unspoken-late': 'Overdue for a week, and nobody else speaks for them',
    decide: 'Waits for you to decide',
  } satisfies Record<SectionKey, string>,
  /** In the subject line: "2 overdue". */
  count: {
    'session-tomorrow': (n: number) => (n === 1 ? '1 session tomorrow' : `${n} sessions tomorrow`),
    'session-news': (n: number) => (n === 1 ? '1 session' : `${n} sessions`),
    overdue: (n: number) => `${n} overdue`,
    soon: (n: number) => `${n} due soon`,
    expiring: (n: number) => `${n} to renew`,
    tasks: (n: number) => (n === 1 ? '1 task' : `${n} tasks`),
    tell: (n: number) => (n === 1 ? '1 to pass on' : `${n} to pass on`),
    escalated: (n: number) => `${n} overdue among your people`,
    unspoken: (n: number) => (n === 1 ? '1 person nobody else can tell' : `${n} people nobody else can tell`),
    'unspoken-late': (n: number) => `${n} overdue with nobody to speak for them`,
    decide: (n: number) => `${n} to decide`,
  } satisfies Record<SectionKey, (n: number) => string>,
  subject: (counts: readonly string[]) => `Today: ${listOf(counts)}`,
  due: (day: string) => `Due ${day}.`,
  wasDue: (day: string) => `It was due ${day}.`,
  renewBy: (day: string) => `Renew it by ${day}.`,
  ended: (day: string) => `Ended, renewal was due ${day}.`,
  of: (title: string, what: string) => `${title}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  preview: (title: string, what: string) => `${title}. ${what}`,
  decision: {
    evidence: (n: number) => (n === 1 ? '1 card or certificate to check' : `${n} cards and certificates to check`),
    'sign-off': (n: number) => (n === 1 ? '1 practical to sign' : `${n} practicals to sign`),
    review: (n: number) => (n === 1 ? '1 version to review' : `${n} versions to review`),
    exemption: (n: number) => (n === 1 ? '1 exemption to decide' : `${n} exemptions to decide`),
    extension: (n: number) => (n === 1 ? '1 person asks for more time' : `${n} people ask for more time`),
    enrolment: (n: number) => (n === 1 ? '1 person asks for a course' : `${n} people ask for a course`),
    request: (n: number) => (n === 1 ? '1 request to decide' : `${n} requests to decide`),
    rule: (n: number) => (n === 1 ? '1 rule to approve' : `${n} rules to approve`),
    'rule-dates': (n: number) => (n === 1 ? '1 rule with due dates to decide' : `${n} rules with due dates to decide`),
    erasure: (n: number) => (n === 1 ? '1 erasure to decide' : `${n} erasures to decide`),
    task: (n: number) => (n === 1 ? '1 task for the People Team' : `${n} tasks for the People Team`),
  } as Readonly<Record<string, (n: number) => string>>,
  session: {
    'session-tomorrow': (day: string) => `It is on ${day}.`,
    booked: (day: string) => `Somebody has booked it for you: ${day}.`,
    'moved-up': (day: string) => `You have a place now: ${day}.`,
    'session-changed': (day: string) => `The time or the place is another one. It is on ${day}.`,
    'booking-cancelled': (day: string) => `It is cancelled. It was to be on ${day}.`,
  } as Readonly<Record<string, (day: string) => string>>,
  waitsSince: (day: string) => `The longest has waited since ${day}.`,
  action: {
    'session-tomorrow': 'See your sessions',
    'session-news': 'See your sessions',
    overdue: 'Do it now',
    soon: 'Open it',
    expiring: 'Renew it',
    tasks: 'See your tasks',
    tell: 'See their record',
    escalated: 'See their record',
    unspoken: 'See who they are',
    'unspoken-late': 'See who they are',
    decide: 'Open the list',
  } satisfies Record<SectionKey, string>,
  people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  personWith: (name: string, courses: number) => (courses === 1 ? name : `${name}, ${courses} courses`),
  andMore: (n: number) => `and ${n} more`,
  giveThem:
    'They have no line manager who can be told, and their organisation has no coordinator, so this comes to the People Team.',
  more: (n: number) => (n === 1 ? 'And 1 more' : `And ${n} more`),
  closingAlways:
    'This mail cannot be switched off: your organisation has to be able to show that you were told. What else you get by mail is your choice.',
  closing:
    'Training that is asked of you, and word about people you speak for, always reaches you: your organisation has to be able to show that you were told. The rest you can switch off.',
  preferences: 'Choose which mails you get',
  unsubscribe: 'Stop the mails that are not needed',
};

/** "a, b and c" */
export function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
