import { addDays, type LocalDate } from '@lms/domain';
import type { Alliance, DemoEnrolment, DemoPathOther } from '@lms/demo';
import { createHash } from 'node:crypto';
import { derivedId } from './derived-id.js';
import { earlier } from './earlier.js';
import type { Row } from './insert-rows.js';
import type { Moments } from './moments.js';

export interface TaskRows {
  /** Enrolment to buddy. */
  buddies: Map<string, string>;
  tasks: Row[];
  facts: Row[];
}

/** A number from 0 to 99 that is the same for the same words. */
const share = (...words: string[]): number =>
  createHash('sha256').update(words.join(' ')).digest().readUInt32BE() % 100;

const graceDays = 7;
const doneShare = 88;

/**
 * The tasks of everybody who is on a path: what the People Team does is done on its day, most of what others do too. The
 * buddy is a colleague of the same line manager who has been here for longer.
 */
export function tasksOf(alliance: Alliance, moments: Moments): TaskRows {
  const rows: TaskRows = { buddies: new Map(), tasks: [], facts: [] };
  const engagements = new Map(alliance.engagements.map((e) => [e.id, e]));
  const stages = new Map(alliance.paths.map(({ id, version }) => [id, version.stages]));
  const adviser = alliance.grants.find(({ role }) => role === 'people-team')?.personId ?? null;
  const colleagues = Map.groupBy(
    alliance.engagements.filter(({ endsOn, startsOn }) => endsOn === null && startsOn < addDays(alliance.today, -90)),
    ({ organisationId, lineManagerId }) => `${organisationId} ${lineManagerId ?? ''}`,
  );
  for (const enrolment of alliance.enrolments) {
    const engagement = engagements.get(enrolment.engagementId);
    if (!engagement) continue;
    const near = (colleagues.get(`${engagement.organisationId} ${engagement.lineManagerId ?? ''}`) ?? [])
      .map(({ personId }) => personId)
      .filter((personId) => personId !== enrolment.personId && personId !== engagement.lineManagerId);
    const buddy = near[share('buddy', enrolment.id) % Math.max(near.length, 1)] ?? null;
    if (buddy) rows.buddies.set(enrolment.id, buddy);
    const doers = { learner: enrolment.personId, buddy, 'line-manager': engagement.lineManagerId, 'people-team': null };
    for (const { dayOffset, others } of stages.get(enrolment.pathId) ?? []) {
      const due = { planned: addDays(enrolment.anchor, dayOffset), today: alliance.today };
      for (const other of others)
        if (other.doer) addTask(rows, enrolment, other, { ...due, assignee: doers[other.doer], adviser }, moments);
    }
  }
  return rows;
}

interface Doing {
  planned: LocalDate;
  today: LocalDate;
  assignee: string | null;
  adviser: string | null;
}

function addTask(rows: TaskRows, e: DemoEnrolment, step: DemoPathOther, doing: Doing, moments: Moments): void {
  const { planned, today, assignee, adviser } = doing;
  const id = derivedId('path task', e.id, step.id);
  const soonest = addDays(e.givenOn, graceDays);
  rows.tasks.push({
    ...{
      id,
      path_enrolment_id: e.id,
      path_step_id: step.id,
      step_key: step.id,
      person_id: e.personId,
      doer: step.doer,
    },
    ...{ assignee_id: assignee, due_on: planned > soonest ? planned : soonest, opens_on: earlier(e.opensOn, planned) },
    created_at: moments.at(e.givenOn),
  });
  const team = step.doer === 'people-team';
  const by = team ? adviser : assignee;
  const done = team ? planned <= today : planned < today && share('done', id) < doneShare;
  if (!done || by === null) return;
  const on = planned < e.givenOn ? e.givenOn : planned;
  rows.facts.push({
    ...{ id: derivedId('path task fact', id), path_task_id: id, seq: 1, kind: 'done', by_id: by },
    ...{ at: moments.at(on), on_date: on, note: '' },
  });
}
