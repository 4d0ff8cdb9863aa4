import { BeforeLists, Clock, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CatchUp } from './catch-up.js';

const MINUTE = 60_000;

/** What the new day changes is worked out for everybody within a minute of midnight in London, and before many are shown. */
@Injectable()
export class FollowDays implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly lists: BeforeLists,
    private readonly clock: Clock,
    private readonly catchUp: CatchUp,
  ) {}

  onModuleInit(): void {
    this.lists.on(({ now, today }) => this.catchUp.everybody({ at: now, today }));
    this.upkeep.every(MINUTE, 'rules and the calendar', (signal) =>
      this.catchUp.turn({ at: this.clock.now(), today: this.clock.today() }, signal),
    );
  }
}
