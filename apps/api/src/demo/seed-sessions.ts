import type { Alliance, DemoSession } from '@lms/demo';
import type { ClientBase } from 'pg';
import { derivedId } from './derived-id.js';
import { insertRows, type Row } from './insert-rows.js';

/** Sessions with their bookings; what was held is recorded as a closed register records it. After triggers are on again. */
export async function seedSessions(client: ClientBase, { sessions }: Alliance): Promise<void> {
  await insertRows(client, 'training_session', sessions.map(sessionRow));
  await insertRows(
    client,
    'session_trainer',
    sessions.flatMap(({ id, trainerIds }) =>
      trainerIds.map((personId) => ({ id: derivedId('trainer', id, personId), session_id: id, person_id: personId })),
    ),
  );
  await insertRows(
    client,
    'session_organisation',
    sessions.flatMap(({ id, organisationIds }) =>
      organisationIds.map((organisation) => ({ session_id: id, organisation_id: organisation })),
    ),
  );
  await insertRows(client, 'session_booking', sessions.flatMap(bookingRows));
  await insertRows(client, 'session_signature', sessions.flatMap(signatureRows));
  for (const session of sessions.filter(({ held }) => held)) await recordHeld(client, session);
}

const trainerOf = ({ trainerIds, plannedById }: DemoSession): string => trainerIds[0] ?? plannedById;

const sessionRow = (session: DemoSession): Row => ({
  id: session.id,
  version: 1,
  course_id: session.courseId,
  activity_id: session.activityId,
  form: session.form,
  starts_at: session.startsAt,
  ends_at: session.endsAt,
  place: session.place,
  join_url: session.joinUrl,
  note: session.note,
  capacity: session.capacity,
  planned_by: session.plannedById,
  planned_at: session.plannedAt,
  state: session.held ? 'held' : 'planned',
  closed_by: session.held ? trainerOf(session) : null,
  closed_at: session.held ? session.endsAt : null,
});

const bookingRows = (session: DemoSession): Row[] =>
  session.bookings.map((booking, at) => ({
    id: booking.id,
    version: 1,
    session_id: session.id,
    person_id: booking.personId,
    engagement_id: booking.engagementId,
    state: session.capacity !== null && at >= session.capacity ? 'waiting' : 'booked',
    queue: at + 1,
    key: derivedId('booking', session.id, booking.bookedById),
    booked_by: booking.walkIn ? trainerOf(session) : booking.bookedById,
    booked_at: booking.walkIn ? session.startsAt : booking.bookedAt,
    walk_in: booking.walkIn,
    cancel_reason: '',
    attendance: booking.presence === null ? null : booking.presence === 'signed' ? 'present' : 'absent',
    marked_by: booking.presence === null ? null : trainerOf(session),
    marked_at: booking.presence === null ? null : session.startsAt,
  }));

const signatureRows = (session: DemoSession): Row[] =>
  session.bookings
    .filter(({ presence }) => presence === 'signed')
    .map(({ id, personId }) => ({
      ...{ booking_id: id, how: 'code', name: '', signed_at: session.startsAt, device_of: personId },
    }));

async function recordHeld(client: ClientBase, session: DemoSession): Promise<void> {
  const people = session.bookings.filter(({ presence }) => presence === 'signed').map(({ personId }) => personId);
  const idsOf = (kind: string): string[] => people.map((personId) => derivedId(kind, session.id, personId));
  await client.query('select record_people_in_person($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[idsOf('seen'), idsOf('attempt'), people, session.activityId, trainerOf(session)],
    ...[session.endsAt.slice(0, 10), `Toolbox talk, ${session.place}`, session.endsAt],
  ]);
  await client.query(
    `update session_booking b set attempt_id = k.attempt_id from unnest($2::uuid[], $3::uuid[]) k(person_id, attempt_id)
     where b.session_id = $1 and b.person_id = k.person_id`,
    [session.id, people, idsOf('attempt')],
  );
}
