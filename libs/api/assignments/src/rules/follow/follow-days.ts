import { Clock, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CatchUp } from './catch-up.js';

const MINUTE = 60_000;

/** Within a minute of midnight in London, what the new day changes is worked out for everybody. */
@Injectable()
export class FollowDays implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly clock: Clock,
    private readonly catchUp: CatchUp,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(MINUTE, 'rules and the calendar', (signal) =>
      this.catchUp.turn({ at: this.clock.now(), today: this.clock.today() }, signal),
    );
  }
}
