import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';

/** Must be safe to run at the same time in several processes. */
export type Chore = (signal: AbortSignal) => Promise<void>;

/** What the worker does by itself, once when it starts and then every so often; a failure is logged and waits for the next time. */
@Injectable()
export class Upkeep implements BeforeApplicationShutdown {
  private readonly log = new Logger('Upkeep');
  private readonly chores: { name: string; everyMs: number; chore: Chore }[] = [];
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];

  every(everyMs: number, name: string, chore: Chore): void {
    this.chores.push({ name, everyMs, chore });
  }

  start(): void {
    this.running = this.chores.map((one) => this.repeat(one));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async repeat({ name, everyMs, chore }: { name: string; everyMs: number; chore: Chore }): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await chore(signal).catch((error: unknown) => {
        if (!signal.aborted) this.log.error({ name, error: String(error) });
      });
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
