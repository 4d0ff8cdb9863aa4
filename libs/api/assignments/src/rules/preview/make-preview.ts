import { changeOf, type Ctx, Invalid, Transactions, type Tx } from '@lms/api-platform';
import type { RulePreview } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Params } from '../../audiences/compile/params.js';
import { assertNoCircle } from '../circles/assert-no-circle.js';
import { isPublished } from '../../requests/assert-published.js';
import { assertState, lockVersion, type LockedVersion } from '../versions/lock-version.js';
import { DIGEST, effectsSql, previewDay } from './effects-sql.js';
import { ReadPreview } from './read-preview.js';

/** Works out what applying a version would do and keeps it, so that it can be read, approved, and compared later. */
@Injectable()
export class MakePreview {
  constructor(
    private readonly transactions: Transactions,
    private readonly previews: ReadPreview,
  ) {}

  /** What was approved on other facts has to be approved again. Conflict `feeds-itself` names the rules of a circle. */
  async run(ctx: Ctx, versionId: string): Promise<RulePreview> {
    const id = await this.transactions.run(changeOf(ctx), async (tx) => {
      const version = await lockVersion(tx, versionId);
      assertState(version, 'draft', 'in-review', 'approved');
      await assertWhole(tx, version, ctx.today);
      await assertNoCircle(tx, version, ctx.today);
      const made = await keep(tx, ctx, version);
      await withdrawApproval(tx, version, made);
      await tx.query('delete from rule_preview where rule_version_id = $1 and id <> all ($2::uuid[])', [
        versionId,
        [made.id, ...(made.sameAsApproved && version.previewId ? [version.previewId] : [])],
      ]);
      return made.id;
    });
    return this.previews.one(id);
  }
}

interface Made {
  id: string;
  sameAsApproved: boolean;
}

async function keep(tx: Tx, ctx: Ctx, version: LockedVersion): Promise<Made> {
  const id = uuid();
  const params = new Params();
  const effects = effectsSql(version, params, ctx.today);
  const preview = params.add(id, 'uuid');
  await tx.query(
    `${effects}, kept as (
       insert into rule_preview (id, rule_version_id, seen, made_by, made_at, on_date, digest, people, gains, loses, moves, keeps)
       select ${preview}, ${params.add(version.id, 'uuid')}, ${params.add(version.version, 'int')},
         ${params.add(ctx.actor.personId, 'uuid')}, ${params.add(ctx.now, 'timestamptz')},
         ${params.add(previewDay(version, ctx.today), 'date')}, ${DIGEST},
         count(distinct person_id) filter (where effect <> 'loses'), count(distinct person_id) filter (where effect = 'gains'),
         count(distinct person_id) filter (where effect = 'loses'), count(distinct person_id) filter (where effect = 'moves'),
         count(distinct person_id) filter (where effect = 'keeps')
       from effects
     )
     insert into rule_preview_row (rule_preview_id, engagement_id, person_id, effect, due_on, before_on, policy_due_on, too_soon, valid)
     select ${preview}, engagement_id, person_id, effect, due_on, before_on, policy_due_on, too_soon, valid from effects`,
    params.values,
  );
  const [same]: { same: boolean }[] = await tx.query(
    `select n.digest = o.digest and n.seen = o.seen as same from rule_preview n, rule_preview o where n.id = $1 and o.id = $2`,
    [id, version.previewId],
  );
  return { id, sameAsApproved: same?.same === true };
}

async function withdrawApproval(tx: Tx, version: LockedVersion, made: Made): Promise<void> {
  if (version.state === 'draft' || made.sameAsApproved) return;
  await tx.query(
    `update rule_version set state = 'draft', preview_id = null, proposed_by = null, proposed_at = null, approved_by = null,
       approved_at = null where id = $1`,
    [version.id],
  );
}

/** Invalid for what cannot be given: nothing, something that is not published, or only on days that have gone by. */
export async function assertWhole(tx: Tx, { courseId, pathId, endsOn }: LockedVersion, today: string): Promise<void> {
  const path = pathId === null ? 'courseId' : 'pathId';
  const problems = [
    ...(courseId === null && pathId === null ? [{ path, message: 'Choose a course or a path.' }] : []),
    ...((courseId !== null || pathId !== null) && !(await isPublished(tx, { courseId, pathId }))
      ? [{ path, message: 'This is not published, so nobody could do it yet.' }]
      : []),
    ...(endsOn !== null && endsOn < today ? [{ path: 'endsOn', message: 'The last day has gone by.' }] : []),
  ];
  if (problems.length > 0) throw new Invalid(problems, problems.map(({ message }) => message).join(' '));
}
