import { assertUnchanged, Conflict, type Ctx, NotFound, type Tx } from '@lms/api-platform';
import type { ScheduledList } from '@lms/contracts';
import { isOfTeam } from '../views/is-of-team.js';
import { SEEN } from './schedule.sql.js';
import type { StoredCadence } from './stored-cadence.js';

export interface LockedSchedule extends StoredCadence {
  version: number;
  list: ScheduledList;
  state: 'active' | 'paused' | 'ended';
}

/**
 * The schedule, for whoever changes it: its owner or the People Team. NotFound for everybody else, ChangedMeanwhile when
 * somebody else saved first, Conflict `ended`.
 */
export async function lockSchedule(tx: Tx, { actor }: Ctx, id: string, seen: number): Promise<LockedSchedule> {
  const [schedule]: LockedSchedule[] = await tx.query(
    `select s.version, s.list, s.state, s.every, s.on_day as "onDay", s.at_time as "atTime" from schedule s
     where ${SEEN} and s.id = $3 for update`,
    [actor.personId, isOfTeam(actor), id],
  );
  if (!schedule) throw new NotFound();
  assertUnchanged(seen, schedule.version);
  if (schedule.state === 'ended') throw new Conflict('ended', 'This schedule has ended. Make a new one.');
  return schedule;
}
