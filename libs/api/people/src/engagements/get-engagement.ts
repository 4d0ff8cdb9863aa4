import { NotFound, Sql } from '@lms/api-platform';
import type { Engagement } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ENGAGEMENT_JSON } from './engagement.sql.js';

const ENGAGEMENT = `
  select ${ENGAGEMENT_JSON} as engagement
  from engagement e join organisation o on o.id = e.organisation_id where e.id = $1`;

/** For use cases that have made sure that the actor sees whose engagement it is. */
@Injectable()
export class GetEngagement {
  constructor(private readonly sql: Sql) {}

  async run(id: string): Promise<Engagement> {
    const row = await this.sql.row<{ engagement: Engagement }>('get-engagement', ENGAGEMENT, [id]);
    if (!row) throw new NotFound();
    return row.engagement;
  }
}
