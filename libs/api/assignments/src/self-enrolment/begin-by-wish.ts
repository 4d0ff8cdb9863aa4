import type { Ctx, Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';

/** Begins a course by a person's own wish. Open at once: another reason may open it later, but takes nothing away. */
export async function beginByWish(
  tx: Tx,
  ctx: Pick<Ctx, 'today' | 'now'>,
  { personId, courseId }: { personId: string; courseId: string },
): Promise<void> {
  const id = uuid();
  await tx.query(
    `insert into assignment (id, person_id, course_id, cycle, opens_on, created_at)
     select $1, $2, $3, coalesce(max(a.cycle), 0) + 1, $4, $5 from assignment a where a.person_id = $2 and a.course_id = $3`,
    [id, personId, courseId, ctx.today, ctx.now],
  );
  await tx.query(
    `insert into assignment_reason (id, assignment_id, kind, opens_on, since) values ($1, $2, 'self', $3, $4)`,
    [uuid(), id, ctx.today, ctx.now],
  );
}
