import type { Ctx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { CatchUp } from './rules/follow/catch-up.js';

/** What later features may ask of assignments. */
@Injectable()
export class AssignmentsFacade {
  constructor(private readonly catchUp: CatchUp) {}

  /** Before what somebody owes is shown: what a new day changes by the calendar alone has been worked out. */
  caughtUp(ctx: Ctx, personId: string): Promise<void> {
    return this.catchUp.person(personId, { at: ctx.now, today: ctx.today });
  }

  /** The same before a list of many people is shown. */
  everybodyCaughtUp(ctx: Ctx): Promise<void> {
    return this.catchUp.everybody({ at: ctx.now, today: ctx.today });
  }
}
