import { name, OWN, type PersonalTable } from './entry.js';

const TEXTS = 'p_people::text[]';
/** Tasks of somebody's path are told to others with the name in the sentence. */
const ABOUT = `x.about ->> 'personId' = any (${TEXTS})
  or x.dedupe_key like any (array(select '%' || t.id || '%' from path_task t where t.person_id = any (p_people)))`;

const OF_ROWS = `
  select e.id from engagement e where e.person_id = any (p_people)
  union all select g.id from role_grant g where g.person_id = any (p_people)
  union all select l.id from leave_of_absence l join engagement e on e.id = l.engagement_id where e.person_id = any (p_people)
  union all select a.id from assignment a where a.person_id = any (p_people)
  union all select q.id from exemption q where q.person_id = any (p_people)
  union all select q.id from rule_exception q where q.person_id = any (p_people)
  union all select q.request_id from assignment_request_person q where q.person_id = any (p_people)
  union all select n.id from path_enrolment n where n.person_id = any (p_people)
  union all select t.id from path_task t where t.person_id = any (p_people)`;

/** What was sent and said to the person, and what the system remembers of changes. */
export const MESSAGES: readonly PersonalTable[] = [
  {
    table: 'mail',
    columns:
      'id person_id recipient subject text_body html_body state created_at sent_at attempts next_try_at error dedupe_key unsubscribe_url claimed_until good_until handing_over_at ended_why',
    area: 'messages',
    whose: `${OWN} or x.person_id is null and lower(x.recipient) in (select lower(p.contact_email) from person p where p.id = any (p_people))`,
    erasure: 'removed',
    because: 'The address and every word that was sent to it.',
    shown: {
      title: 'Mails to you',
      rows: {
        To: 'x.recipient',
        Subject: 'x.subject',
        Text: `regexp_replace(x.text_body, 'https?://[^[:space:]]+', '(a link)', 'g')`,
        State: 'x.state',
        'What the mail server said': 'x.error',
        'Written at': 'x.created_at',
        'Sent at': 'x.sent_at',
      },
    },
  },
  {
    table: 'notice',
    columns: 'id person_id at kind about link read_at dedupe_key',
    area: 'messages',
    whose: `${OWN} or ${ABOUT}`,
    erasure: 'removed',
    because: 'What stood under Notices, and what others were told about the person.',
    shown: {
      title: 'Notices',
      rows: {
        At: 'x.at',
        Kind: 'x.kind',
        About: `case when ${OWN} then x.about ->> 'title' end`,
        'Read at': 'x.read_at',
      },
    },
  },
  {
    table: 'reminder',
    columns: 'id person_id kind thing_id deadline step told_id told_on again',
    area: 'messages',
    whose: OWN,
    erasure: 'kept',
    because: 'That somebody was told of a date: numbers and days, no address.',
    shown: {
      title: 'Reminders',
      rows: { Kind: 'x.kind', Deadline: 'x.deadline', Step: 'x.step', 'Told on': 'x.told_on', Told: name('x.told_id') },
    },
  },
  {
    table: 'reminder_choice',
    columns: 'person_id topic mail chosen_at',
    area: 'messages',
    whose: OWN,
    erasure: 'removed',
    because: 'Nobody is reminded any more.',
    shown: {
      title: 'What you want mails about',
      rows: { Topic: 'x.topic', Mails: 'x.mail', 'Chosen at': 'x.chosen_at' },
    },
  },
  {
    table: 'digest',
    columns: 'person_id on_date',
    area: 'messages',
    whose: OWN,
    erasure: 'kept',
    because: 'On which days somebody was told something; the reminders tell the same.',
    shown: null,
  },
  {
    table: 'lapsed_digest',
    columns: 'person_id on_date at',
    area: 'messages',
    whose: OWN,
    erasure: 'kept',
    because: 'On which days a mail could not be sent; what it was to say stands in the reminders of a later one.',
    shown: null,
  },
  {
    table: 'outbox_event',
    columns: 'id at type person_id payload handled_at attempts next_try_at error',
    area: 'history',
    whose: OWN,
    erasure: { error: 'null' },
    because: 'What happened, as numbers, for the parts of the product; it repeats what stands elsewhere.',
    shown: null,
  },
  {
    table: 'audit_event',
    columns: 'id at actor_id action target_type target_id detail request_id address',
    area: 'history',
    whose: `x.target_id = any (p_people) or x.detail ->> 'personId' = any (${TEXTS}) or x.detail ->> 'personIds' like any (select '%' || i || '%' from unnest(${TEXTS}) i)
      or x.target_id in (${OF_ROWS})`,
    erasure: { detail: 'without_words(x.detail)' },
    because: 'Who did what and when; words that somebody typed go.',
    shown: {
      title: 'What was done about you',
      rows: {
        At: 'x.at',
        By: name('x.actor_id'),
        Action: 'x.action',
        Detail: `case when x.target_id = any (p_people) or x.detail ->> 'personId' = any (${TEXTS}) then x.detail end`,
      },
    },
  },
];
