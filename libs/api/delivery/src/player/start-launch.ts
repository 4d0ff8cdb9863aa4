import { Injectable } from '@nestjs/common';
import { changeOf, type Ctx, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { Launch } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { CommitTokens } from '../commits/commit-tokens.js';
import type { MyActivity, PackageSco } from './my-activity.js';
import { type ScoRow, scoState } from './sco-state.js';

interface AttemptRow {
  kind: MyActivity['kind'];
  scos: PackageSco[] | null;
  learnerName: string;
}

/** From now on this window writes, and the ones before it cannot. Answers exactly where the learner stopped. */
@Injectable()
export class StartLaunch {
  constructor(
    private readonly transactions: Transactions,
    private readonly tokens: CommitTokens,
  ) {}

  run(ctx: Ctx, attemptId: string): Promise<Launch> {
    return this.transactions.run(changeOf(ctx), (tx) => this.start(tx, ctx, attemptId));
  }

  private async start(tx: Tx, ctx: Ctx, attemptId: string): Promise<Launch> {
    const { personId } = ctx.actor;
    const launchId = uuid();
    const [begun]: { number: number | null }[] = await tx.query('select begin_launch($1, $2, $3, $4) as number', [
      launchId,
      attemptId,
      personId,
      ctx.now,
    ]);
    if (!begun?.number) throw new NotFound();
    const [attempt]: AttemptRow[] = await tx.query(
      `select a.kind, p.scos, concat_ws(', ', w.family_name, w.given_name) as "learnerName"
       from attempt t join activity a on a.id = t.activity_id join person w on w.id = t.person_id
       left join content_package p on p.id = a.package_id where t.id = $1`,
      [attemptId],
    );
    const states: ScoRow[] = await tx.query(
      `select sco, elements, total_time as "totalTime", done from attempt_sco where attempt_id = $1`,
      [attemptId],
    );
    const [coverage]: { covered: [number, number][]; position: number }[] = await tx.query(
      `select coalesce((select json_agg(json_build_array(lower(r), upper(r)) order by lower(r)) from unnest(covered) r), '[]') as covered,
         position::float8 as position from attempt_coverage where attempt_id = $1`,
      [attemptId],
    );
    return {
      launchId,
      attemptId,
      number: begun.number,
      commitToken: this.tokens.sign(launchId),
      learner: { id: personId, name: attempt?.learnerName ?? '' },
      states: (attempt?.scos ?? []).map((sco) =>
        scoState(
          attempt?.kind === 'scorm12' ? 'scorm12' : 'scorm2004',
          sco,
          states.find((s) => s.sco === sco.identifier),
        ),
      ),
      covered: coverage?.covered ?? [],
      position: coverage?.position ?? 0,
    };
  }
}
