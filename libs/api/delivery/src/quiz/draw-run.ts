import { Conflict, type Tx } from '@lms/api-platform';
import type { QuestionBody, QuizSettings } from '@lms/contracts';
import { type Chance, type DrawnQuestion, drawnQuestion, drawQuestions, shortfalls } from '@lms/domain';

/** Draws from the questions that were kept when the quiz was published. Conflict `no-questions` where that cannot be done. */
export async function drawRun(
  tx: Tx,
  activityId: string,
  { sections, shuffleQuestions, shuffleChoices }: QuizSettings,
  chance: Chance,
): Promise<DrawnQuestion[]> {
  const pool: { section: number; revisions: string[] }[] = await tx.query(
    `select section, array_agg(question_revision_id order by position, question_revision_id) as revisions
     from quiz_pool where activity_id = $1 group by section`,
    [activityId],
  );
  const pools = sections.map(({ count }, index) => ({
    count,
    questions: pool.find(({ section }) => section === index)?.revisions ?? [],
  }));
  if (pools.length === 0 || shortfalls(pools).length > 0) {
    throw new Conflict('no-questions', 'This quiz has no questions to ask. Tell the owner of the course.');
  }
  const ids = drawQuestions(pools, shuffleQuestions, chance);
  const bodies: { id: string; body: QuestionBody }[] = await tx.query(
    'select id, body from question_revision where id = any ($1::uuid[])',
    [ids],
  );
  const byId = new Map(bodies.map(({ id, body }) => [id, body]));
  return ids.flatMap((id) => {
    const body = byId.get(id);
    return body ? [drawnQuestion(id, body, shuffleChoices, chance)] : [];
  });
}
