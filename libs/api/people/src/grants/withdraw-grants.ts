import {
  Audit,
  changeOf,
  type Ctx,
  Invalid,
  Outbox,
  type ProblemField,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { ReviewedGrants } from '@lms/contracts';
import { addDays, type LocalDate, maxDate } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { endProblems } from './grant-rules.js';
import { keepAnAdministrator } from './keep-an-administrator.js';
import { keepOwnLast } from './keep-own-last.js';
import { grantWords, lockGrants, type Reviewed } from './reviewed-grants.js';

/** Ends several roles on one day, all or none. */
@Injectable()
export class WithdrawGrants {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(ctx: Ctx, { ids, endsOn }: ReviewedGrants): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const grants = await lockGrants(tx, ids);
      const problems = grants.flatMap((grant) => problemsOf(grant, endsOn, ctx.today));
      if (problems.length > 0) throw new Invalid(problems);
      await keepOwnLast(tx, ctx, grants, endsOn);
      await keepAnAdministrator(tx, grants, { endsOn, today: ctx.today });
      await end(tx, grants, endsOn);
      await this.audit.append(tx, ctx, {
        action: 'roles.withdraw',
        detail: { personIds: grants.map(({ personId }) => personId), grantIds: ids, endsOn },
      });
      await this.outbox.appendMany(
        tx,
        ctx.now,
        grants.map(({ id, personId }) => ({ type: 'grants.changed', personId, payload: { personId, grantId: id } })),
      );
    });
  }
}

/** What has not begun by then never counts. */
const lastDay = ({ startsOn }: Reviewed, endsOn: LocalDate): LocalDate =>
  maxDate(endsOn, addDays(startsOn, -1)) ?? endsOn;

function problemsOf(grant: Reviewed, endsOn: LocalDate, today: LocalDate): ProblemField[] {
  if (grant.endsOn !== null && grant.endsOn < today)
    return [{ path: 'endsOn', message: `${grantWords(grant)}: it has ended already.` }];
  return endProblems(grant, lastDay(grant, endsOn), today).map(({ path, message }) => ({
    path,
    message: `${grantWords(grant)}: ${message}`,
  }));
}

async function end(tx: Tx, grants: readonly Reviewed[], endsOn: LocalDate): Promise<void> {
  await tx.query(
    `update role_grant g set ends_on = k.ends_on, version = g.version + 1
     from unnest($1::uuid[], $2::date[]) k(id, ends_on) where g.id = k.id`,
    [grants.map(({ id }) => id), grants.map((grant) => lastDay(grant, endsOn))],
  );
}
