import { name, OWN, type PersonalTable } from './entry.js';

const sessionOf = (id: string): string =>
  `(select c.title || ', ' || (s.starts_at at time zone 'Europe/London')::date from training_session s join course c on c.id = s.course_id where s.id = ${id})`;
const SIGNED = 'x.booking_id in (select b.id from session_booking b where b.person_id = any (p_people))';

/** Sessions that somebody was booked for, was at, or trained. */
export const DONE_SESSIONS: readonly PersonalTable[] = [
  {
    table: 'session_signature',
    columns: 'booking_id how name drawing signed_at device_of',
    area: 'learning',
    whose: SIGNED,
    erasure: { name: `''`, drawing: 'null' },
    because: 'That somebody signed in, when and how. The name and the drawing go.',
    shown: {
      title: 'Sessions you signed in to',
      rows: {
        Session: sessionOf('(select b.session_id from session_booking b where b.id = x.booking_id)'),
        How: 'x.how',
        Name: 'x.name',
        Drawing: 'x.drawing',
        'Signed at': 'x.signed_at',
        'On the device of': name('x.device_of'),
      },
    },
  },
  {
    table: 'session_booking',
    columns:
      'id version session_id person_id engagement_id state queue key booked_by booked_at moved_up_at walk_in cancelled_by cancelled_at cancel_reason attendance marked_by marked_at attempt_id',
    area: 'learning',
    whose: OWN,
    erasure: { cancel_reason: `''` },
    because: 'Places that were taken and who was there: totals count them. Reasons that were typed go.',
    history: 'session booking',
    shown: {
      title: 'Sessions you were booked for',
      rows: {
        Session: sessionOf('x.session_id'),
        State: 'x.state',
        'Booked by': name('x.booked_by'),
        'Booked at': 'x.booked_at',
        'Moved up at': 'x.moved_up_at',
        'Without a booking': 'x.walk_in',
        'Cancelled by': name('x.cancelled_by'),
        'Cancelled at': 'x.cancelled_at',
        Reason: 'x.cancel_reason',
        Attendance: 'x.attendance',
        'Said by': name('x.marked_by'),
        'Said at': 'x.marked_at',
      },
    },
  },
  {
    table: 'session_wrong_code',
    columns: 'session_id person_id times',
    area: 'learning',
    whose: OWN,
    erasure: 'removed',
    because: 'How often somebody typed a wrong code; it counts nowhere.',
    shown: {
      title: 'Wrong codes at sessions',
      rows: { Session: sessionOf('x.session_id'), Times: 'x.times' },
    },
  },
  {
    table: 'session_trainer',
    columns: 'id session_id person_id',
    area: 'learning',
    whose: OWN,
    erasure: 'kept',
    because: 'Who trained whom, as a number that leads to an erased name.',
    shown: { title: 'Sessions you trained', rows: { Session: sessionOf('x.session_id') } },
  },
];
