import type { Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { assertQuizzesReady } from './quiz-sections.js';

/** Keeps the questions of a version's quizzes as they are now: what is published stays as it was. */
@Injectable()
export class FreezeQuizzes {
  /** Before the version is published, in the same transaction. Conflict `not-ready` where a section cannot be filled. */
  async run(tx: Tx, versionId: string): Promise<void> {
    // Banks stand still until the transaction ends, so what is checked is what is kept.
    await tx.query(
      `select from question q where q.bank_id in (
         select (s ->> 'bankId')::uuid from activity a cross join jsonb_array_elements(a.settings -> 'sections') s
         where a.course_version_id = $1 and a.kind = 'quiz'
       ) order by q.id for share`,
      [versionId],
    );
    await assertQuizzesReady(tx, versionId);
    await tx.query(
      `insert into quiz_pool (activity_id, section, question_revision_id, position)
       select activity_id, section, question_revision_id, position from quiz_candidates($1)`,
      [versionId],
    );
  }
}
