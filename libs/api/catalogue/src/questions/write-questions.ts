import { type Ctx, Conflict, type Tx } from '@lms/api-platform';
import type { SaveQuestionRequest } from '@lms/contracts';
import { v7 as uuid } from 'uuid';

export const MOST_QUESTIONS = 5000;

export interface NewQuestion extends SaveQuestionRequest {
  id: string;
  key: string | null;
  retired: boolean;
}
export interface NextRevision extends NewQuestion {
  /** The number of the revision that is written. */
  revision: number;
}

/** Puts questions at the end of a bank that is held. Conflict `too-many-questions`. */
export async function addQuestions(tx: Tx, ctx: Ctx, bankId: string, questions: readonly NewQuestion[]): Promise<void> {
  const [bank]: { last: number; held: number }[] = await tx.query(
    'select coalesce(max(position), 0) as last, count(*)::int as held from question where bank_id = $1',
    [bankId],
  );
  const { last, held } = bank ?? { last: 0, held: 0 };
  if (held + questions.length > MOST_QUESTIONS) {
    throw new Conflict('too-many-questions', `A bank holds ${MOST_QUESTIONS} questions at most. Start another one.`);
  }
  await tx.query(
    `insert into question (id, bank_id, position, key, retired, changed_at)
     select n.id, $1, $2 + n.place, n.key, n.retired, $3
     from jsonb_to_recordset($4) as n(id uuid, place int, key text, retired boolean)`,
    [
      bankId,
      last,
      ctx.now,
      JSON.stringify(questions.map(({ id, key, retired }, index) => ({ id, place: index + 1, key, retired }))),
    ],
  );
  await writeRevisions(
    tx,
    ctx,
    questions.map((question) => ({ ...question, revision: 1 })),
  );
}

/** Questions that are held say something else from now on. */
export async function changeQuestions(tx: Tx, ctx: Ctx, questions: readonly NextRevision[]): Promise<void> {
  await writeRevisions(tx, ctx, questions);
  await tx.query(
    `update question q set revision = n.revision, key = n.key, retired = n.retired, version = q.version + 1, changed_at = $1
     from jsonb_to_recordset($2) as n(id uuid, revision int, key text, retired boolean) where q.id = n.id`,
    [ctx.now, JSON.stringify(questions.map(({ id, revision, key, retired }) => ({ id, revision, key, retired })))],
  );
}

async function writeRevisions(tx: Tx, ctx: Ctx, questions: readonly NextRevision[]): Promise<void> {
  await tx.query(
    `insert into question_revision (id, question_id, number, text, body, tags, safety_critical, explanation, created_by, created_at)
     select n.id, n."questionId", n.number, n.text, n.body, array(select jsonb_array_elements_text(n.tags)),
       n."safetyCritical", n.explanation, $1, $2
     from jsonb_to_recordset($3) as n(id uuid, "questionId" uuid, number int, text text, body jsonb, tags jsonb,
       "safetyCritical" boolean, explanation text)
     on conflict (question_id, number) do nothing`,
    [
      ctx.actor.personId,
      ctx.now,
      JSON.stringify(
        questions.map(({ id, revision, text, body, tags, safetyCritical, explanation }) => ({
          id: uuid(),
          questionId: id,
          number: revision,
          text,
          body,
          tags,
          safetyCritical,
          explanation,
        })),
      ),
    ],
  );
}
