import { assertUnchanged, Audit, changeOf, Conflict, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { RuleVersion, SaveRuleVersionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { idsIn, PredicateNames } from '../../audiences/predicate-names.js';
import { assertState, lockVersion } from './lock-version.js';
import { ReadRules } from './read-rules.js';

/** Only drafts are edited. */
@Injectable()
export class EditDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly names: PredicateNames,
    private readonly rules: ReadRules,
  ) {}

  async save(ctx: Ctx, id: string, seen: number, request: SaveRuleVersionRequest): Promise<RuleVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const found = await lockVersion(tx, id);
      assertState(found, 'draft');
      assertUnchanged(seen, found.version);
      const { due } = request;
      const asked = [...idsIn(request.predicate), ...(due.kind === 'after-completion' ? [due.courseId] : [])];
      if ((await this.names.unknown(tx, asked)).length > 0) {
        throw new Invalid([{ path: 'predicate', message: 'Something that this asks about is no longer there.' }]);
      }
      await tx.query(
        `update rule_version set audience_id = $2, predicate = $3, course_id = $4, path_id = $5, due = $6, recurrence = $7,
           effective_on = $8, ends_on = $9, version = version + 1 where id = $1`,
        [
          id,
          request.audienceId,
          JSON.stringify(request.predicate),
          request.courseId,
          request.pathId,
          JSON.stringify(due),
          JSON.stringify(request.recurrence),
          request.effectiveOn,
          request.endsOn,
        ],
      );
      await this.audit.append(tx, ctx, { action: 'rule-version.save', targetType: 'rule version', targetId: id });
    });
    return this.rules.version(ctx, id);
  }

  /** A draft that nobody wants; the first one goes with its rule. */
  async discard(ctx: Ctx, id: string, seen: number): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const found = await lockVersion(tx, id);
      if (found.state === 'active' || found.state === 'ended') {
        throw new Conflict('applied-stays', 'What was applied stays to be read. End the rule instead.');
      }
      assertUnchanged(seen, found.version);
      await tx.query('delete from rule_version where id = $1', [id]);
      await tx.query(
        'delete from assignment_rule u where u.id = $1 and not exists (select from rule_version where rule_id = u.id)',
        [found.ruleId],
      );
      await this.audit.append(tx, ctx, { action: 'rule-version.discard', targetType: 'rule version', targetId: id });
    });
  }
}
