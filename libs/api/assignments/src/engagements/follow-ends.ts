import { Clock, Transactions, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { handOnTasks, leftBehind } from '../paths/hand-on-tasks.js';
import { lockPersons } from '../rules/engine/lock-persons.js';
import { closeEnded, isOver } from './close-ended.js';

const MINUTE = 60_000;
const AT_ONCE = 500;

/** Engagements that the calendar has ended, with something that was asked for, or was to be done, because of them; $1 today. */
const OVER = `
  select e.id, e.person_id as "personId" from engagement e
  where e.ends_on < $1::date and (
    exists (select from path_enrolment n where n.engagement_id = e.id and n.state = 'open' and ${isOver('$1::date')})
    or exists (select from assignment_reason r where r.engagement_id = e.id and r.kind = 'person' and r.ended_at is null)
    or exists (${leftBehind('e.person_id', '$1::date')}))
  order by e.id limit ${AT_ONCE}`;

/** Within a minute of midnight in London, what was owed because of an engagement that is over is closed. */
@Injectable()
export class FollowEnds implements OnModuleInit {
  /** The day on which nothing waits any more; what is saved later is followed by its event. */
  private doneOn: string | null = null;

  constructor(
    private readonly upkeep: Upkeep,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(MINUTE, 'engagements that are over', (signal) => this.run(signal));
  }

  async run(signal?: AbortSignal): Promise<void> {
    const given = { at: this.clock.now(), today: this.clock.today() };
    if (this.doneOn === given.today) return;
    let full = true;
    while (full && !signal?.aborted) {
      full = await this.transactions.run({ actorId: null, at: given.at }, async (tx) => {
        const over: { id: string; personId: string }[] = await tx.query(OVER, [given.today]);
        if (over.length === 0) return false;
        await lockPersons(tx, [...new Set(over.map(({ personId }) => personId))]);
        await closeEnded(
          tx,
          given,
          over.map(({ id }) => id),
        );
        await handOnTasks(
          tx,
          given,
          over.map(({ personId }) => personId),
        );
        return over.length === AT_ONCE;
      });
    }
    if (!full) this.doneOn = given.today;
  }
}
