import type { NewNotice, NoticeAbout } from '../notices/new-notice.js';
import type { ReminderDue } from './reminder-due.js';
import { groupBy } from './group-by.js';
import { bySection, isGroup, linkOf, ownSectionOf, SECTION_LISTS, type SectionKey } from './sections.js';

/** More than so many of a section become one notice. */
const SINGLE = 5;

/**
 * What people read under Notices of what is told today: whoever is told, and whoever's things are told to somebody else
 * because no e-mail reaches them.
 */
export function digestNotices(told: readonly ReminderDue[], today: string): NewNotice[] {
  const items = told.filter((item) => !item.again);
  const own = items.filter(
    (item) => item.toldId !== item.personId && item.step !== 'escalated' && item.step !== 'news',
  );
  return [...groupBy(items, (item) => item.toldId)]
    .flatMap(([personId, theirs]) =>
      [...bySection(theirs)].flatMap(([key, part]) => notices(personId, key, part, today)),
    )
    .concat(
      [...groupBy(own, (item) => item.personId)].flatMap(([personId, theirs]) =>
        [...groupBy(theirs, ownSectionOf)].flatMap(([key, part]) => notices(personId, key, part, today)),
      ),
    );
}

function notices(personId: string, kind: SectionKey, items: readonly ReminderDue[], today: string): NewNotice[] {
  // They are there already: it is from Notices that the mail has them.
  if (kind === 'session-news') return [];
  const one = (name: string, about: NoticeAbout, link: string): NewNotice => ({
    ...{ personId, kind, about, link },
    dedupeKey: `digest ${today} ${personId} ${kind} ${name}`,
  });
  if (isGroup(kind))
    return [one('all', { count: new Set(items.map((item) => item.personId)).size }, SECTION_LISTS[kind])];
  if (kind !== 'decide' && items.length > SINGLE) return [one('all', { count: items.length }, SECTION_LISTS[kind])];
  return items.map((item) =>
    item.kind === 'decision'
      ? one(item.what ?? '', { what: item.what ?? '', count: item.total }, linkOf(item, kind))
      : one(`${item.personId} ${item.thingId}`, aboutOf(item, kind), linkOf(item, kind)),
  );
}

const aboutOf = (item: ReminderDue, kind: SectionKey): NoticeAbout => ({
  title: item.title ?? '',
  date: item.deadline,
  ...(item.what ? { what: item.what } : {}),
  ...(kind === 'tell' || kind === 'escalated' ? { personId: item.personId } : {}),
});
