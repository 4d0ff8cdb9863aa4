import type { MailItem, MailLayout, MailSection } from '@lms/api-platform';
import { dayAway } from './day-words.js';
import { digestTexts as words } from './digest-texts.js';
import type { ReminderDue } from './reminder-due.js';
import { bySection, linkOf, ownSectionOf, type SectionKey } from './sections.js';

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
  const counts = sections.map(([key, members]) =>
    words.count[key](key === 'decide' ? members.reduce((sum, item) => sum + item.total, 0) : members.length),
  );
  return {
    subject: words.subject(counts),
    layout: {
      greeting: words.greeting(items[0]?.knownAs ?? ''),
      paragraphs: [words.lead],
      sections: sections.map(([key, members]) => section(key, members, today, origin)),
      closing: words.closing,
      footer: [
        { label: words.preferences, url: `${origin}/account/reminders` },
        ...(unsubscribePage ? [{ label: words.unsubscribe, url: unsubscribePage }] : []),
      ],
    },
  };
}

function section(key: SectionKey, members: readonly ReminderDue[], today: string, origin: string): MailSection {
  const left = members.length - SHOWN;
  return {
    heading: words.heading[key],
    items: members.slice(0, SHOWN).map((item) => row(key, item, today, origin)),
    ...(left > 0 ? { more: words.more(left) } : {}),
  };
}

function row(key: SectionKey, item: ReminderDue, today: string, origin: string): MailItem {
  return {
    title: titleOf(item),
    detail: detailOf(item, today),
    action: { label: words.action[key], url: `${origin}${linkOf(item, key)}` },
  };
}

function titleOf(item: ReminderDue): string {
  if (item.kind === 'decision') return words.decision[item.what ?? '']?.(item.total) ?? '';
  const title = item.title ?? '';
  return item.kind === 'course' && item.toldId !== item.personId ? words.of(item.personName, title) : title;
}

function detailOf(item: ReminderDue, today: string): string {
  const day = dayAway(item.deadline, today);
  if (item.kind === 'decision') return words.waitsSince(dayAway(item.oldest ?? item.deadline, today));
  if (item.step === 'escalated' || ownSectionOf(item) === 'overdue') {
    return item.what === 'expired' ? words.ended(day) : words.wasDue(day);
  }
  if (item.what === 'expiring') return words.validUntil(day);
  return item.deadline < today ? words.wasDue(day) : words.due(day);
}
