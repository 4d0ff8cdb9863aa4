import {
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Forbidden,
  NotFound,
  oneInScopeSql,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { MoreTriesRequest, MoreTriesResult } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { passedAlready } from './quiz-problems.js';
import { openRunOf, QUIZ_ATTEMPT, type QuizAttempt, triesLeftOf } from './tries-of.js';

/** Once all tries are used up, somebody with a say in the person's record may give more, and says why. */
@Injectable()
export class GiveMoreTries {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** NotFound outside the actor's scope. Conflict `tries-left`, `no-limit` or `passed-already`; Forbidden for oneself. */
  run(ctx: Ctx, attemptId: string, { tries, reason }: MoreTriesRequest): Promise<MoreTriesResult> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const attempt = await lockInScope(tx, ctx, attemptId);
      assertUsedUp(attempt);
      await tx.query(
        `insert into quiz_extra_tries (id, attempt_id, tries, reason, given_by, given_at) values ($1, $2, $3, $4, $5, $6)`,
        [uuid(), attemptId, tries, reason, ctx.actor.personId, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        action: 'quiz.more-tries',
        targetType: 'person',
        targetId: attempt.personId,
        detail: { attemptId, tries, reason },
      });
      return { triesLeft: triesLeftOf({ ...attempt, extra: attempt.extra + tries }) ?? tries };
    });
  }
}

async function lockInScope(tx: Tx, ctx: Ctx, attemptId: string): Promise<QuizAttempt> {
  await tx.query('select from attempt where id = $1 for update', [attemptId]);
  const [attempt]: QuizAttempt[] = await tx.query(
    `select s.* from (${QUIZ_ATTEMPT}) s where ${oneInScopeSql('s."personId"', '$2', '$3')}`,
    [attemptId, ctx.actor.personId, ctx.today],
  );
  if (!attempt) throw new NotFound();
  if (attempt.personId === ctx.actor.personId) {
    throw new Forbidden('somebody-else', 'Somebody else has to give you more tries.');
  }
  return attempt;
}

function assertUsedUp(attempt: QuizAttempt): void {
  if (attempt.state === 'done') throw passedAlready();
  const left = triesLeftOf(attempt);
  if (left === null) throw new Conflict('no-limit', 'This quiz may be tried as often as one likes.');
  if (left > 0 || openRunOf(attempt)) {
    throw new Conflict('tries-left', 'There are tries left. More can be given when they are used up.');
  }
}
