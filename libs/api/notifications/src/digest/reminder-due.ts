export type ReminderKind = 'course' | 'task' | 'decision' | 'session';
export type ReminderStep =
  | 'window'
  | 'soon-14'
  | 'soon-3'
  | 'overdue-1'
  | 'overdue-7'
  | 'escalated'
  | 'waiting'
  | 'still-waiting'
  | 'day-before'
  | 'news';
/** What waits for somebody to decide. */
export type DecisionKind =
  | 'evidence'
  | 'sign-off'
  | 'review'
  | 'exemption'
  | 'extension'
  | 'enrolment'
  | 'request'
  | 'task'
  | 'rule'
  | 'rule-dates'
  | 'erasure';

/** One step of one thing's chain that is to be told today. */
export interface ReminderDue {
  /** Who is told, and how they are called. */
  toldId: string;
  knownAs: string;
  /** Null: told in the app alone. */
  address: string | null;
  /** False where they want no mails about this topic. */
  wantsMail: boolean;
  /** Whose thing it is. */
  personId: string;
  personName: string;
  kind: ReminderKind;
  thingId: string;
  /** When it is due or ends; of a decision, since when it waits; of a session its day. */
  deadline: string;
  step: ReminderStep;
  topic: string;
  /** Of a course, a task or a session. */
  title: string | null;
  /** Of a course its standing, of a decision its kind, of a session the kind of its notice. */
  what: string | null;
  /** Of a decision: how many of its kind wait. */
  total: number;
  /** Of a decision: since when the first of them waits. */
  oldest: string | null;
  /** Told to the People Team: nobody else speaks for the person. */
  unspoken: boolean;
  /** A mail that could not be sent on its day was to tell it; under Notices it stands since then. */
  again: boolean;
}

/** $1 today. Everything for one person follows one another, so that it can be read in pieces. */
export const REMINDERS_DUE = `
  select d.told_id as "toldId", coalesce(t.known_as, t.given_name) as "knownAs", mail_address(t.id, $1) as address,
    coalesce(c.mail, true) as "wantsMail", d.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as "personName",
    d.kind, d.thing_id as "thingId", d.deadline::text as deadline, d.step, d.topic, d.title, d.what, d.total,
    d.oldest::text as oldest, d.unspoken, d.again
  from reminders_due($1) d
  join person t on t.id = d.told_id
  join person p on p.id = d.person_id
  left join lateral (
    select k.mail from reminder_choice k where k.person_id = any (persons_as(d.told_id)) and k.topic = d.topic
    order by k.chosen_at desc limit 1
  ) c on true
  order by d.told_id, d.deadline, d.title, d.thing_id, d.step`;
