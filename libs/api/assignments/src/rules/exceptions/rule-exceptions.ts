import {
  assertUnchanged,
  Audit,
  changeOf,
  type Ctx,
  decodeCursor,
  Invalid,
  NotFound,
  Sql,
  toPage,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type {
  DecidedExceptions,
  DecideExceptionRequest,
  RuleException,
  RuleExceptionPage,
  RuleExceptionQuery,
} from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { followRules } from '../engine/follow-rules.js';

const exceptionFrom = (table: string): string => `
  select x.id, x.version, x.person_id as "personId", concat_ws(' ', w.given_name, w.family_name) as name,
    o.short_name as "organisationName", x.policy_due_on::text as "policyDueOn", x.realistic_due_on::text as "realisticDueOn",
    x.due_on::text as "dueOn", x.note,
    (select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = x.decided_by) as "decidedByName"
  from ${table} x
  join person w on w.id = x.person_id
  join engagement e on e.id = x.engagement_id
  join organisation o on o.id = e.organisation_id`;

const AT_ONCE = 1000;
const PAST = 'Choose today or a later day.';
const DECIDED = `${exceptionFrom('rule_exception')} where x.decided_at is not null`;
const OPEN = `${exceptionFrom('open_rule_exception')} where true`;

/** People for whom a rule's own date comes too soon: somebody decides by when; until then the realistic date counts. */
@Injectable()
export class RuleExceptions {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async list(ruleId: string, query: RuleExceptionQuery): Promise<RuleExceptionPage> {
    const [id] = decodeCursor(query.cursor, 1);
    const rows = await this.sql.rows<RuleException>(
      `rule-exceptions ${query.decided}`,
      `${query.decided === 'true' ? DECIDED : OPEN} and x.rule_id = $1 and ($2::uuid is null or x.id > $2) order by x.id limit $3`,
      [ruleId, id, query.limit + 1],
    );
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  /** Everybody who waits keeps the realistic date; who is decided about one by one has been, or is not among them. */
  async keepRealistic(ctx: Ctx, ruleId: string): Promise<DecidedExceptions> {
    const decided = await this.transactions.run(changeOf(ctx), async (tx) => {
      const rule: object[] = await tx.query('select from assignment_rule where id = $1 for no key update', [ruleId]);
      if (rule.length === 0) throw new NotFound();
      const [rows]: [{ personId: string }[], number] = await tx.query(
        `update rule_exception x set due_on = x.realistic_due_on, decided_by = $2, decided_at = $3, version = x.version + 1
         from open_rule_exception o where o.id = x.id and x.rule_id = $1 returning x.person_id as "personId"`,
        [ruleId, ctx.actor.personId, ctx.now],
      );
      const people = [...new Set(rows.map(({ personId }) => personId))].sort();
      for (let from = 0; from < people.length; from += AT_ONCE) {
        const personIds = people.slice(from, from + AT_ONCE);
        await followRules(tx, { at: ctx.now, today: ctx.today }, { personIds, ruleId });
      }
      await this.audit.append(tx, ctx, {
        action: 'rule.keep-realistic',
        targetType: 'assignment rule',
        targetId: ruleId,
        detail: { people: people.length },
      });
      return rows.length;
    });
    return { decided };
  }

  /** Invalid for a day that has gone by: nobody becomes late by being given a date. */
  async decide(ctx: Ctx, id: string, seen: number, request: DecideExceptionRequest): Promise<RuleException> {
    if (request.dueOn < ctx.today) throw new Invalid([{ path: 'dueOn', message: PAST }], PAST);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { version, personId, ruleId } = await lock(tx, id);
      assertUnchanged(seen, version);
      await tx.query(
        'update rule_exception set due_on = $2, note = $3, decided_by = $4, decided_at = $5, version = version + 1 where id = $1',
        [id, request.dueOn, request.note, ctx.actor.personId, ctx.now],
      );
      await followRules(tx, { at: ctx.now, today: ctx.today }, { personIds: [personId], ruleId });
      await this.audit.append(tx, ctx, {
        action: 'rule-exception.decide',
        targetType: 'rule exception',
        targetId: id,
        detail: { personId, dueOn: request.dueOn },
      });
    });
    const row = await this.sql.row<RuleException>(
      'rule-exception',
      `${exceptionFrom('rule_exception')} where x.id = $1`,
      [id],
    );
    if (!row) throw new NotFound();
    return row;
  }
}

interface Locked {
  version: number;
  personId: string;
  ruleId: string;
}

async function lock(tx: Tx, id: string): Promise<Locked> {
  const rows: Locked[] = await tx.query(
    'select version, person_id as "personId", rule_id as "ruleId" from rule_exception where id = $1 for update',
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}
