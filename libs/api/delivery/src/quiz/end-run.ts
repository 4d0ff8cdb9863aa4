import { Sql } from '@lms/api-platform';
import type { CommitResult, QuizAnswer } from '@lms/contracts';
import { isBlank, londonDate, ownAnswer, restOf, scoreQuiz } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { type EndedRun, revisionOf, type RunRow } from './run-row.js';

type Answer = { state: 'done'; result: CommitResult } | { state: 'handed-in' | 'changed' };

const HAND_IN = 'select hand_in_quiz($1, $2, $3, $4, $5, $6, $7, $8, $9) as answer';

/** Scores a run and ends it, with what a pass completes: one statement, one transaction, durable. */
@Injectable()
export class EndRun {
  constructor(private readonly sql: Sql) {}

  /** Handed in now, with these answers. Null when somebody else saved or ended it since it was read: nothing is written. */
  now(run: RunRow, answers: Record<string, QuizAnswer>, now: Date): Promise<RunRow | null> {
    return this.write({ ...run, answers }, now, now, false);
  }

  /** Its time ran out: what had been saved counts, and it ended when the time did. */
  overdue(run: RunRow, now: Date): Promise<RunRow | null> {
    return this.write(run, run.endsAt ?? now, now, true);
  }

  private async write(run: RunRow, handedInAt: Date, now: Date, outOfTime: boolean): Promise<RunRow | null> {
    const answered = run.drawn.map((drawn) => {
      const { questionId, body, safetyCritical } = revisionOf(run, drawn);
      const answer = run.answers[drawn.id] ?? null;
      return { questionId, body, safetyCritical, answer: isBlank(answer) || !answer ? null : ownAnswer(drawn, answer) };
    });
    const { marks, score, passed, failedSafety } = scoreQuiz(answered, run.settings.passMark);
    const items = answered.flatMap(({ questionId, answer }, index) =>
      answer ? [{ questionId, right: marks[index], rest: restOf(marks, index) }] : [],
    );
    const row = await this.sql.row<{ answer: Answer | null }>('hand-in-quiz', HAND_IN, [
      run.id,
      run.personId,
      run.version,
      JSON.stringify(run.answers),
      JSON.stringify({ marks, score, passed, failedSafety, outOfTime }),
      JSON.stringify(items),
      handedInAt,
      londonDate(handedInAt),
      now,
    ]);
    if (row?.answer?.state !== 'done') return null;
    const { result } = row.answer;
    const ended: EndedRun = {
      handedInAt: handedInAt.toISOString(),
      outOfTime,
      passed,
      score,
      failedSafety,
      marks,
      result,
    };
    return { ...run, version: run.version + 1, ended };
  }
}
