import { Injectable } from '@nestjs/common';
import type { Ctx } from '../access/actor.js';
import type { Tx } from '../database/transactions.js';

export interface AuditEntry {
  /** A verb and what it was done to: `person.add`, `course-version.publish`. */
  action: string;
  targetType?: string;
  targetId?: string;
  detail?: Record<string, unknown>;
}

/** Says in the same transaction who did what. */
@Injectable()
export class Audit {
  async append(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into audit_event (at, actor_id, action, target_type, target_id, detail, request_id, address)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ctx.now,
        ctx.actor.personId,
        entry.action,
        entry.targetType ?? null,
        entry.targetId ?? null,
        JSON.stringify(entry.detail ?? {}),
        ctx.requestId,
        ctx.address ?? null,
      ],
    );
  }
}
