import { Injectable } from '@nestjs/common';
import type { Ctx } from '../access/actor.js';

/** What changes by the calendar alone is brought up to the day before many people are shown; who knows how says so here. */
@Injectable()
export class BeforeLists {
  private readonly work: ((ctx: Ctx) => Promise<void>)[] = [];

  on(work: (ctx: Ctx) => Promise<void>): void {
    this.work.push(work);
  }

  async catchUp(ctx: Ctx): Promise<void> {
    for (const one of this.work) await one(ctx);
  }
}
