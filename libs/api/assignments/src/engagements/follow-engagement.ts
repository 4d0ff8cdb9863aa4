import { Injectable, type OnModuleInit } from '@nestjs/common';
import { londonDate } from '@lms/domain';
import { Subscribers, type Tx } from '@lms/api-platform';
import { settle, settleEnrolments } from '../cycles/settle.js';
import { followTasks } from '../paths/follow-tasks.js';
import { GivePaths } from '../paths/give-paths.js';
import type { Given } from '../paths/given.js';

/** Looks at a person again whenever one of their engagements was saved: computes from what stands now, applies no deltas. */
@Injectable()
export class FollowEngagement implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly givePaths: GivePaths,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('engagement.saved', async (tx, { personId, payload }, at) => {
      const engagementId = payload['engagementId'];
      if (!personId || !engagementId) return;
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 5))', [personId]);
      await this.follow(tx, { at, today: londonDate(at) }, engagementId);
    });
  }

  async follow(tx: Tx, given: Given, engagementId: string): Promise<void> {
    await moveAnchor(tx, given, engagementId);
    await this.givePaths.run(tx, given, { engagementId });
    await closeEnded(tx, given, engagementId);
    const open: { id: string }[] = await tx.query(
      `select id from path_enrolment where engagement_id = $1 and state = 'open'`,
      [engagementId],
    );
    // The line manager may be another one, and the first day another day.
    await followTasks(
      tx,
      given,
      open.map((e) => e.id),
    );
  }
}

/** A first day that moved moves every date that counts from it. */
async function moveAnchor(tx: Tx, given: Given, engagementId: string): Promise<void> {
  const [moved]: [{ id: string }[], number] = await tx.query(
    `update path_enrolment n set anchor_on = e.starts_on, opens_on = e.starts_on - v.open_days
     from engagement e, path_version v
     where e.id = $1 and n.engagement_id = e.id and v.id = n.path_version_id and n.state = 'open' and n.anchor_on <> e.starts_on
       and n.rule_version_id is null
     returning n.id`,
    [engagementId],
  );
  if (moved.length === 0) return;
  const ids = moved.map((m) => m.id);
  await tx.query(
    `update assignment_reason r
     set due_on = greatest(n.anchor_on + coalesce(s.day_offset, g.day_offset), coalesce(n.moved_on, n.given_on) + 7),
       opens_on = least(n.opens_on, n.anchor_on + coalesce(s.day_offset, g.day_offset))
     from path_enrolment n, path_step s join path_stage g on g.id = s.stage_id
     where n.id = any ($1::uuid[]) and r.path_enrolment_id = n.id and s.id = r.path_step_id and r.ended_at is null`,
    [ids],
  );
  await settleEnrolments(tx, given, ids);
}

/** Leaving ends what was owed because of this engagement; what was done stays, and so does what other reasons ask for. */
async function closeEnded(tx: Tx, given: Given, engagementId: string): Promise<void> {
  const [closed]: [{ id: string }[], number] = await tx.query(
    `update path_enrolment n set state = 'closed', closed_on = $2, closed_why = 'engagement-ended'
     from engagement e where e.id = $1 and n.engagement_id = e.id and n.state = 'open' and e.ends_on < $2 returning n.id`,
    [engagementId, given.today],
  );
  const [ended]: [{ personId: string }[], number] = await tx.query(
    `update assignment_reason r set ended_at = $3, ended_why = 'engagement-ended'
     from assignment a
     where a.id = r.assignment_id and r.ended_at is null and (r.path_enrolment_id = any ($1::uuid[])
       or r.kind = 'person' and r.engagement_id = $2
         and exists (select from engagement e where e.id = $2 and e.ends_on < $4))
     returning a.person_id as "personId"`,
    [closed.map((c) => c.id), engagementId, given.at, given.today],
  );
  await settle(tx, given, [...new Set(ended.map((e) => e.personId))]);
}
