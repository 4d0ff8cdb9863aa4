import { Injectable } from '@nestjs/common';
import { type Ctx, Sql } from '@lms/api-platform';
import type { EvidenceStatus } from '@lms/contracts';
import { evidenceActivity } from './evidence-activity.js';
import { EvidenceItems, ITEM_COLUMNS, ITEM_JOINS, type ItemRow } from './evidence-items.js';

/** What was sent for one activity and what became of it: all of it for the learner, their own for whoever sends for them. */
@Injectable()
export class GetEvidenceStatus {
  constructor(
    private readonly sql: Sql,
    private readonly items: EvidenceItems,
  ) {}

  async run(ctx: Ctx, personId: string, activityId: string): Promise<EvidenceStatus> {
    const { attemptId, opensOn: _, ...activity } = await evidenceActivity(this.sql, ctx, personId, activityId);
    const rows = await this.sql.rows<ItemRow>(
      'evidence-of-attempt',
      `select ${ITEM_COLUMNS} from evidence_submission s ${ITEM_JOINS}
       where s.attempt_id = $1 and (s.person_id = $2 or s.submitted_by = $2) order by s.submitted_at desc, s.id limit 20`,
      [attemptId, ctx.actor.personId],
    );
    return { ...activity, items: rows.map((row) => this.items.of(ctx, row)) };
  }
}
