import type { QuizRun } from '@lms/contracts';

/** Milliseconds of a clock that nobody can set: since the page was opened. */
export type Ticks = () => number;

/**
 * How long a run still has. Counts from what the server's clock said, so that a device with a wrong clock counts down
 * rightly; read again whenever the page comes back, since a sleeping device may stop counting.
 */
export class RunClock {
  private constructor(
    private readonly endsAtTick: number | null,
    private readonly ticks: Ticks,
  ) {}

  static of(run: Pick<QuizRun, 'endsAt' | 'serverNow'>, ticks: Ticks): RunClock {
    if (run.endsAt === null) return new RunClock(null, ticks);
    return new RunClock(ticks() + Date.parse(run.endsAt) - Date.parse(run.serverNow), ticks);
  }

  /** Milliseconds left, 0 when it is over, null without a limit. */
  left(): number | null {
    return this.endsAtTick === null ? null : Math.max(0, this.endsAtTick - this.ticks());
  }
}
