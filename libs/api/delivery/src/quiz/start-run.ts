import { changeOf, type Ctx, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { QuizRun } from '@lms/contracts';
import { runEnd } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { drawRun } from './draw-run.js';
import { EndOverdue } from './end-overdue.js';
import { GetRun } from './get-run.js';
import { noTriesLeft, passedAlready, tryAgainFrom } from './quiz-problems.js';
import { QuizSeeds, SeededChance } from './seeded-chance.js';
import { mayBeginOneMore, nextFromOf, openRunOf, QUIZ_ATTEMPT, type QuizAttempt } from './tries-of.js';

/** Begins a run, or goes on with the one that is open. Two windows at once begin one. */
@Injectable()
export class StartRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly seeds: QuizSeeds,
    private readonly overdue: EndOverdue,
    private readonly getRun: GetRun,
  ) {}

  /** Conflict `passed-already`, `no-tries-left` or `cool-down`. */
  async run(ctx: Ctx, attemptId: string): Promise<QuizRun> {
    const { runId, begun } = await this.transactions.run(changeOf(ctx), (tx) => this.findOrBegin(tx, ctx, attemptId));
    // An open one whose time ran out ends here, and then the next may begin.
    if (!begun && (await this.overdue.look(runId, ctx.actor.personId, ctx.now)).ended) return this.run(ctx, attemptId);
    return this.getRun.run(ctx, runId);
  }

  private async findOrBegin(tx: Tx, ctx: Ctx, attemptId: string): Promise<{ runId: string; begun: boolean }> {
    await tx.query('select from attempt where id = $1 for update', [attemptId]);
    const [attempt]: QuizAttempt[] = await tx.query(QUIZ_ATTEMPT, [attemptId]);
    if (attempt?.personId !== ctx.actor.personId) throw new NotFound();
    const open = openRunOf(attempt);
    if (open) return { runId: open, begun: false };
    if (attempt.state === 'done') throw passedAlready();
    if (!mayBeginOneMore(attempt)) throw noTriesLeft();
    const from = nextFromOf(attempt, ctx.now);
    if (from) throw tryAgainFrom(from);
    return { runId: await this.begin(tx, ctx, attempt), begun: true };
  }

  private async begin(tx: Tx, ctx: Ctx, { attemptId, activityId, settings, runs }: QuizAttempt): Promise<string> {
    const runId = uuid();
    const seed = this.seeds.next();
    const drawn = await drawRun(tx, activityId, settings, new SeededChance(seed));
    const endsAt = runEnd(ctx.now.getTime(), settings.timeLimitMinutes);
    await tx.query(
      `insert into quiz_run (id, attempt_id, number, seed, drawn, started_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        runId,
        attemptId,
        (runs.at(-1)?.number ?? 0) + 1,
        seed,
        JSON.stringify(drawn),
        ctx.now,
        endsAt === null ? null : new Date(endsAt),
      ],
    );
    await tx.query('update attempt set updated_at = $2 where id = $1', [attemptId, ctx.now]);
    return runId;
  }
}
