import type { Ctx, Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';

export interface NewBooking {
  personId: string;
  engagementId: string;
  state: 'booked' | 'waiting';
}

/** Any number in one statement, in their order behind those who came before; the session is held. Ids by person. */
export async function writeBookings(
  tx: Tx,
  ctx: Ctx,
  { sessionId, key, walkIn = false }: { sessionId: string; key: string; walkIn?: boolean },
  bookings: readonly NewBooking[],
): Promise<Map<string, string>> {
  const rows = bookings.map(({ personId, engagementId, state }) => ({
    ...{ id: uuid(), person_id: personId, engagement_id: engagementId, state },
  }));
  await tx.query(
    `insert into session_booking (id, session_id, person_id, engagement_id, state, queue, key, booked_by, booked_at, walk_in)
     select b.id, $1, b.person_id, b.engagement_id, b.state,
       b.n + (select coalesce(max(o.queue), 0) from session_booking o where o.session_id = $1), $2, $3, $4, $5
     from rows from (jsonb_to_recordset($6::jsonb) as (id uuid, person_id uuid, engagement_id uuid, state text)) with ordinality
       b(id, person_id, engagement_id, state, n)`,
    [sessionId, key, ctx.actor.personId, ctx.now, walkIn, JSON.stringify(rows)],
  );
  return new Map(rows.map(({ id, person_id: personId }) => [personId, id]));
}
