import { Conflict, type Ctx, NotFound, type Tx } from '@lms/api-platform';

export interface Decision {
  outcome: 'accepted' | 'returned';
  issuedOn: string;
  expiresOn: string | null;
  note: string;
}
interface Answer {
  outcome: 'checked' | 'already' | 'done-before' | 'closed';
  courseDone?: boolean;
}

/** Writes the decision as a fact. Fresh is false when the same decision had arrived before. */
export async function decideEvidence(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { outcome, issuedOn, expiresOn, note }: Decision,
): Promise<{ fresh: boolean; courseDone: boolean }> {
  const [row]: { answer: Answer | null }[] = await tx.query(
    'select check_evidence($1, $2, $3, $4, $5, $6, $7) as answer',
    [id, ctx.actor.personId, outcome, issuedOn, expiresOn, note, ctx.now],
  );
  if (!row?.answer) throw new NotFound();
  switch (row.answer.outcome) {
    case 'done-before':
      throw new Conflict(
        'already-checked',
        'This was decided meanwhile, or a newer one was sent. Look at the list again.',
      );
    case 'closed':
      throw new Conflict('already-accepted', 'This was accepted already, and still counts.');
    default:
      return { fresh: row.answer.outcome === 'checked', courseDone: row.answer.courseDone === true };
  }
}

/** Until when the course counts for the learner now; null for life. */
export async function validUntilNow(tx: Tx, id: string): Promise<string | null> {
  const rows: { validUntil: string | null }[] = await tx.query(
    `select d.valid_until::text as "validUntil" from evidence_submission s join attempt t on t.id = s.attempt_id
     join standing_dates d on d.person_id = t.person_id and d.course_id = t.course_id where s.id = $1`,
    [id],
  );
  return rows[0]?.validUntil ?? null;
}
