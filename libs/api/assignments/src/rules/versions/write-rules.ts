import {
  assertUnchanged,
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  NotFound,
  Transactions,
  type Tx,
  violates,
} from '@lms/api-platform';
import type { Created, CreateRuleRequest, Rule, SaveRuleRequest } from '@lms/contracts';
import { type AudiencePredicate, EVERYBODY } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { ReadRules } from './read-rules.js';

/** A new rule begins with a draft that concerns everybody, gives nothing yet, and leaves two weeks. */
const FIRST_DUE = { kind: 'after-assignment', days: 14, realisticDays: 7 };

/** A rule's name and owner, and its drafts. What was applied is never edited: a new version takes its place. */
@Injectable()
export class WriteRules {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly rules: ReadRules,
  ) {}

  async create(ctx: Ctx, { name, audienceId }: CreateRuleRequest): Promise<Created> {
    const id = uuid();
    await this.write(ctx, async (tx) => {
      const predicate = audienceId === null ? EVERYBODY : await predicateOf(tx, audienceId);
      await tx.query('insert into assignment_rule (id, name, owner_id, created_at) values ($1, $2, $3, $4)', [
        id,
        name,
        ctx.actor.personId,
        ctx.now,
      ]);
      await tx.query(
        `insert into rule_version (id, rule_id, number, audience_id, predicate, due, effective_on, created_by, created_at)
         values ($1, $2, 1, $3, $4, $5, $6, $7, $8)`,
        [
          ...[uuid(), id, audienceId, JSON.stringify(predicate), JSON.stringify(FIRST_DUE), ctx.today],
          ...[ctx.actor.personId, ctx.now],
        ],
      );
      await this.audit.append(tx, ctx, { action: 'rule.add', targetType: 'assignment rule', targetId: id });
    });
    return { id };
  }

  async save(ctx: Ctx, id: string, seen: number, request: SaveRuleRequest): Promise<Rule> {
    await this.write(ctx, async (tx) => {
      assertUnchanged(seen, await lockRule(tx, id));
      await tx.query('update assignment_rule set name = $2, owner_id = $3, version = version + 1 where id = $1', [
        id,
        request.name,
        request.ownerId,
      ]);
      await this.audit.append(tx, ctx, { action: 'rule.save', targetType: 'assignment rule', targetId: id });
    });
    return this.rules.one(ctx, id);
  }

  /**
   * A draft that is as the newest version is, or has a copy of a saved audience instead of its own. Conflict
   * `open-already` while one is worked on.
   */
  async startVersion(ctx: Ctx, ruleId: string, audienceId: string | null = null): Promise<Created> {
    const id = uuid();
    await this.write(ctx, async (tx) => {
      await lockRule(tx, ruleId);
      const predicate = audienceId && JSON.stringify(await predicateOf(tx, audienceId));
      await tx.query(
        `insert into rule_version (id, rule_id, number, audience_id, predicate, course_id, path_id, due, recurrence,
           effective_on, created_by, created_at)
         select $1, v.rule_id, v.number + 1, coalesce($6::uuid, v.audience_id), coalesce($7::jsonb, v.predicate), v.course_id,
           v.path_id, v.due, v.recurrence, greatest(v.effective_on, $3), $4, $5
         from rule_version v where v.rule_id = $2 order by v.number desc limit 1`,
        [id, ruleId, ctx.today, ctx.actor.personId, ctx.now, audienceId, predicate],
      );
      await this.audit.append(tx, ctx, { action: 'rule-version.start', targetType: 'rule version', targetId: id });
    });
    return { id };
  }

  private async write(ctx: Ctx, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.transactions.run(changeOf(ctx), work).catch((error: unknown) => {
      if (violates(error, 'assignment_rule_name_key')) {
        throw new Conflict('name-taken', 'There is a rule of this name already.');
      }
      if (violates(error, 'rule_version_open_key')) {
        throw new Conflict('open-already', 'A version of this rule is being worked on already.');
      }
      throw error;
    });
  }
}

async function lockRule(tx: Tx, id: string): Promise<number> {
  const rows: { version: number }[] = await tx.query('select version from assignment_rule where id = $1 for update', [
    id,
  ]);
  if (!rows[0]) throw new NotFound();
  return rows[0].version;
}

/** What a saved audience says, which nobody changes until the transaction ends. */
async function predicateOf(tx: Tx, audienceId: string): Promise<AudiencePredicate> {
  const rows: { predicate: AudiencePredicate }[] = await tx.query(
    'select predicate from audience where id = $1 for share',
    [audienceId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0].predicate;
}
