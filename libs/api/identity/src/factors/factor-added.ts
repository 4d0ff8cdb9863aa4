import { Injectable } from '@nestjs/common';
import { Audit, type Ctx, type Tx } from '@lms/api-platform';
import { EndSessions } from '../sessions/end-sessions.js';
import { ConfirmSession } from './confirm-session.js';
import { RecoveryCodeStore } from './recovery-codes.js';

/** A way was added: this session has shown it, the others show it when they sign in again; the first brings codes. */
@Injectable()
export class FactorAdded {
  constructor(
    private readonly confirmSession: ConfirmSession,
    private readonly endSessions: EndSessions,
    private readonly codes: RecoveryCodeStore,
    private readonly audit: Audit,
  ) {}

  /** The recovery codes where there were none left; else none are told. */
  async run(tx: Tx, ctx: Ctx, kind: 'app' | 'passkey'): Promise<string[]> {
    const { personId, sessionId } = ctx.actor;
    await this.confirmSession.run(tx, ctx);
    await this.endSessions.all(tx, personId, 'factor-added', sessionId);
    await this.audit.append(tx, ctx, {
      ...{ action: 'second-factor.add', targetType: 'person', targetId: personId },
      detail: { kind },
    });
    const left: unknown[] = await tx.query(
      'select hash from recovery_code where person_id = any (persons_as($1)) and used_at is null limit 1',
      [personId],
    );
    return left.length > 0 ? [] : this.codes.renew(tx, personId, ctx.now);
  }
}
