import type { MailItem, MailLayout, MailSection } from '@lms/api-platform';
import { dateWords } from '@lms/domain';
import { dayAway } from './day-words.js';
import { digestTexts as words } from './digest-texts.js';
import type { ReminderDue } from './reminder-due.js';
import { groupBy } from './group-by.js';
import { bySection, isGroup, isOwn, linkOf, ownSectionOf, SECTION_LISTS, type SectionKey } from './sections.js';

/** Rows of a section that are spelt out; a first digest after years can have hundreds. */
const SHOWN = 10;

export interface ComposedDigest {
  subject: string;
  layout: MailLayout;
}

/** A mail of what one person is told today. `items` are all theirs and at least one. */
export function composeDigest(
  items: readonly ReminderDue[],
  { today, origin, unsubscribePage }: { today: string; origin: string; unsubscribePage: string | null },
): ComposedDigest {
  const sections = [...bySection(items)];
  const counts = sections.map(([key, members]) => words.count[key](countOf(key, members)));
  const shown = sections.map(([key, members], n) => section(key, members, { today, origin, first: n === 0 }));
  return {
    subject: words.subject(counts),
    layout: {
      greeting: words.greeting(items[0]?.knownAs ?? ''),
      preview: previewOf(shown),
      paragraphs: [words.lead(dateWords(today))],
      sections: shown,
      closing: unsubscribePage ? words.closing : words.closingAlways,
      footer: [
        { label: words.preferences, url: `${origin}/account/reminders` },
        ...(unsubscribePage ? [{ label: words.unsubscribe, url: unsubscribePage }] : []),
      ],
    },
  };
}

/** What the subject line counts. */
function countOf(key: SectionKey, members: readonly ReminderDue[]): number {
  if (key === 'decide') return members.reduce((sum, item) => sum + item.total, 0);
  return isGroup(key) ? new Set(members.map((item) => item.personId)).size : members.length;
}

/** What an inbox shows beside the subject: the most pressing thing. */
function previewOf([section]: readonly MailSection[]): string {
  const [item] = section?.items ?? [];
  return item ? words.preview(item.title, item.details[0] ?? '') : '';
}

interface Place {
  today: string;
  origin: string;
  /** The most pressing section of the mail. */
  first: boolean;
}

function section(key: SectionKey, members: readonly ReminderDue[], { today, origin, first }: Place): MailSection {
  const rows = rowsOf(key, members, today, origin).map((row, n) =>
    row.action && first && n === 0 && isOwn(key) ? { ...row, action: { ...row.action, main: true } } : row,
  );
  const left = rows.length - SHOWN;
  return {
    heading: words.heading[key],
    items: rows.slice(0, SHOWN),
    ...(left > 0 ? { more: { label: words.more(left), url: `${origin}${SECTION_LISTS[key]}` } } : {}),
  };
}

/** What is about other people is told by person: one row, one next step. */
function rowsOf(key: SectionKey, members: readonly ReminderDue[], today: string, origin: string): MailItem[] {
  const action = (item: ReminderDue) => ({ label: words.action[key], url: `${origin}${linkOf(item, key)}` });
  if (isGroup(key)) return [groupOf(key, members, origin)];
  if (key !== 'tell' && key !== 'escalated') {
    return members.map((item) => ({ title: titleOf(item), details: [detailOf(item, today)], action: action(item) }));
  }
  return [...groupBy(members, (item) => item.personId).values()].flatMap((theirs) => {
    const [first] = theirs;
    if (!first) return [];
    const details = theirs.map((item) => words.of(titleOf(item), detailOf(item, today)));
    return [{ title: first.personName, details, action: action(first) }];
  });
}

/** How many people, and their names. */
function groupOf(key: 'unspoken' | 'unspoken-late', members: readonly ReminderDue[], origin: string): MailItem {
  const people = [...groupBy(members, (item) => item.personId).values()]
    .map((theirs) => ({ name: theirs[0]?.personName ?? '', things: theirs.length }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const left = people.length - SHOWN;
  return {
    title: words.people(people.length),
    details: [
      ...people.slice(0, SHOWN).map(({ name, things }) => words.personWith(name, things)),
      ...(left > 0 ? [words.andMore(left)] : []),
      words.giveThem,
    ],
    action: { label: words.action[key], url: `${origin}${SECTION_LISTS[key]}` },
  };
}

function titleOf(item: ReminderDue): string {
  return item.kind === 'decision' ? (words.decision[item.what ?? '']?.(item.total) ?? '') : (item.title ?? '');
}

function detailOf(item: ReminderDue, today: string): string {
  const day = dayAway(item.deadline, today);
  if (item.kind === 'decision') return words.waitsSince(dayAway(item.oldest ?? item.deadline, today));
  if (item.kind === 'session') return words.session[item.what ?? '']?.(day) ?? '';
  if (item.step === 'escalated' || ownSectionOf(item) === 'overdue') {
    return item.what === 'expired' ? words.ended(day) : words.wasDue(day);
  }
  if (item.what === 'expiring') return words.renewBy(day);
  return item.deadline < today ? words.wasDue(day) : words.due(day);
}
