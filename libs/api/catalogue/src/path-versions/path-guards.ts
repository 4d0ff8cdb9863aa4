import type { Ctx, Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

/** Throws a problem when a path must not be published as it is now. Called in the transaction that publishes it. */
export type PathGuard = (tx: Tx, ctx: Ctx, pathId: string) => Promise<void>;

/** What later features have to say before a path is published. */
@Injectable()
export class PathGuards {
  private readonly guards: PathGuard[] = [];

  add(guard: PathGuard): void {
    this.guards.push(guard);
  }

  async run(tx: Tx, ctx: Ctx, pathId: string): Promise<void> {
    for (const guard of this.guards) await guard(tx, ctx, pathId);
  }
}
