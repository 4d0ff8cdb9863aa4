import type { NoticeItem } from '@lms/contracts';
import { formatDayAway, type TextFunctions } from '@lms/web-platform';
import type { notificationsTexts } from '../texts.js';

type T = TextFunctions<(typeof notificationsTexts)['tree']>['t'];

const DECISIONS = {
  evidence: 'evidence',
  'sign-off': 'signOff',
  review: 'review',
  exemption: 'exemption',
  extension: 'extension',
  enrolment: 'enrolment',
  request: 'request',
  task: 'task',
  rule: 'rule',
  'rule-dates': 'ruleDates',
  erasure: 'erasure',
} as const;
const DECIDED = {
  'extension approved': 'moreTime',
  'extension refused': 'noMoreTime',
  'enrolment approved': 'course',
  'enrolment refused': 'noCourse',
} as const;
const isDecided = (what: string | null): what is keyof typeof DECIDED => what !== null && what in DECIDED;
const isDecision = (what: string | null): what is keyof typeof DECISIONS => what !== null && what in DECISIONS;

const SESSIONS = ['booked', 'moved-up', 'session-changed', 'booking-cancelled', 'session-tomorrow'] as const;
type SessionKind = (typeof SESSIONS)[number];
const isOfSession = (word: string | null): word is SessionKind => SESSIONS.some((kind) => kind === word);

function sessionTitle(t: T, kind: SessionKind, { title, count }: NoticeItem): string {
  if (kind === 'session-tomorrow' && count !== null) return t('notices.session.several', { count });
  return t(`notices.session.${kind === 'booked' && count !== null ? 'waiting' : kind}`, { title: title ?? '' });
}

function sessionDetail(t: T, { kind, what }: NoticeItem, day: string): string {
  if (kind === 'tell')
    return t(what === 'booking-cancelled' ? 'notices.session.tellCancelled' : 'notices.session.tell', { day });
  if (kind === 'session-tomorrow') return t('notices.session.on', { day });
  if (kind === 'booking-cancelled')
    return what ? t('notices.session.wasWhy', { day, what }) : t('notices.session.was', { day });
  return t('notices.session.onAt', { day, what: what ?? '' });
}

/** What a notice says in one line. */
export function noticeTitle(t: T, notice: NoticeItem): string {
  const { kind, count, what } = notice;
  if (kind === 'decide')
    return t(`notices.decide.${DECISIONS[isDecision(what) ? what : 'review']}`, { count: count ?? 1 });
  if (kind === 'decided') {
    return t(`notices.decided.${DECIDED[isDecided(what) ? what : 'extension refused']}`, { title: notice.title ?? '' });
  }
  if (isOfSession(kind)) return sessionTitle(t, kind, notice);
  if (kind === 'import') return t('notices.import', { title: notice.title ?? '' });
  if (kind === 'list-ready') return t('notices.one.list-ready', { title: notice.title ?? '' });
  if (kind === 'list-sent') return t('notices.one.list-sent', { title: notice.title ?? '' });
  if (kind === 'data-ready') {
    const name = notice.personName;
    return name === null ? t('notices.one.data-ready') : t('notices.one.data-ready-of', { name });
  }
  if (kind !== 'completed' && count !== null) return t(`notices.several.${kind}`, { count });
  return t(`notices.one.${kind}`, { title: notice.title ?? '', name: notice.personName ?? '' });
}

/** The day it is about, seen from today; empty where several are told of together. */
export function noticeDetail(t: T, notice: NoticeItem, today: string): string {
  if (notice.kind === 'import') {
    const written = t('notices.written', { count: notice.count ?? 0 });
    return notice.what === 'failed' ? `${written} ${t('notices.notAll')}` : written;
  }
  if (notice.kind === 'list-sent') return t('notices.listRows', { count: notice.count ?? 0 });
  if (notice.date === null) return '';
  const day = formatDayAway(notice.date, today);
  if (isOfSession(notice.kind) || (notice.kind === 'tell' && isOfSession(notice.what)))
    return sessionDetail(t, notice, day);
  if (notice.kind === 'completed') return t('notices.completedOn', { day });
  if (notice.what === 'expiring' && notice.date >= today) return t('notices.until', { day });
  if (notice.date >= today) return t('notices.due', { day });
  return t(notice.what === 'expired' || notice.what === 'expiring' ? 'notices.ended' : 'notices.was', { day });
}
