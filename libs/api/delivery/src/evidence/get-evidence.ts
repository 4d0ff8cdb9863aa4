import { Injectable } from '@nestjs/common';
import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { EvidenceSheet } from '@lms/contracts';
import { EvidenceItems, type ItemRow } from './evidence-items.js';
import { SHEET } from './evidence-sheet.sql.js';

type Row = ItemRow &
  Omit<EvidenceSheet, 'item' | 'canCheck'> & { own: boolean; sent: boolean; waiting: boolean; checks: boolean };

@Injectable()
export class GetEvidence {
  constructor(
    private readonly sql: Sql,
    private readonly items: EvidenceItems,
  ) {}

  async run(ctx: Ctx, id: string): Promise<EvidenceSheet> {
    const writes = ctx.actor.permissions.has('record.write');
    const row = await this.sql.row<Row>('evidence-sheet', SHEET, [ctx.actor.personId, ctx.today, id, writes]);
    if (!row) throw new NotFound();
    const { personId, name, organisationName, jobRole, activityTitle, courseTitle, settings, validityMonths } = row;
    return {
      ...{ personId, name, organisationName, jobRole, activityTitle, courseTitle, settings, validityMonths },
      item: this.items.of(ctx, row),
      canCheck: row.checks && row.waiting && !row.own && !row.sent,
    };
  }
}
