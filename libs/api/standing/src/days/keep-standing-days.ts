import { Clock, Transactions, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const SOON = 2_000;
const MINUTE = 60_000;
const AT_ONCE = 500;

/** It rests so many times as long as it took: where many change without a pause, they are worked out less often. */
const REST_TIMES = 20;
const LONGEST_REST = 10_000;

/**
 * Keeps how everybody stands today, so that totals need not work it out. Nothing depends on it: whoever reads works out those
 * of whom it is not kept, or whose dates changed since.
 */
@Injectable()
export class KeepStandingDays implements OnModuleInit {
  private restsUntil = 0;

  constructor(
    private readonly upkeep: Upkeep,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(SOON, 'standings that changed', (signal) => this.keepChanged(signal));
    this.upkeep.every(MINUTE, 'standings of the day', (signal) => this.keep(true, signal));
  }

  private async keepChanged(signal: AbortSignal): Promise<void> {
    const begun = performance.now();
    if (begun < this.restsUntil) return;
    await this.keep(false, signal);
    const ended = performance.now();
    this.restsUntil = ended + Math.min(REST_TIMES * (ended - begun), LONGEST_REST);
  }

  /** Those whose dates changed; also whoever is not kept for the day where `everybody` is looked at. */
  async keep(everybody: boolean, signal?: AbortSignal): Promise<void> {
    const change = { actorId: null, at: this.clock.now() };
    const today = this.clock.today();
    let kept = AT_ONCE;
    // Fewer than were asked for: what changes from now on waits for the next time, else people who change all the time are
    // worked out all the time.
    while (kept >= AT_ONCE && !signal?.aborted)
      kept = await this.transactions.run(change, async (tx) => {
        const [found] = await tx.query<{ n: number }[]>('select keep_standing_days($1, $2, $3) as n', [
          today,
          everybody,
          AT_ONCE,
        ]);
        return found?.n ?? 0;
      });
  }
}
