import { changeOf, type Ctx, Invalid, Transactions, type Tx } from '@lms/api-platform';
import type { PreviewEffect, RulePreview } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assertNoCircle } from '../circles/assert-no-circle.js';
import { isPublished } from '../../requests/assert-published.js';
import { assertState, lockVersion, type LockedVersion } from '../versions/lock-version.js';
import { digestOf } from '../rehearsal/effects.js';
import { ReadPreview } from './read-preview.js';
import { previewDay, rehearseVersion } from './rehearse-version.js';

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
  const effects = await rehearseVersion(tx, ctx, version);
  const digest = digestOf(effects);
  const people = (...of: PreviewEffect[]): number =>
    new Set(effects.filter(({ effect }) => of.includes(effect)).map(({ personId }) => personId)).size;
  await tx.query(
    `insert into rule_preview (id, rule_version_id, seen, made_by, made_at, on_date, digest, people, gains, loses, moves, keeps)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, version.id, version.version, ctx.actor.personId, ctx.now, previewDay(version, ctx.today), digest],
      ...[people('gains', 'moves', 'keeps'), people('gains'), people('loses'), people('moves'), people('keeps')],
    ],
  );
  await tx.query(KEEP_ROWS, [id, JSON.stringify(effects)]);
  const [before]: { seen: number; digest: string }[] = await tx.query(
    'select seen, digest from rule_preview where id = $1',
    [version.previewId],
  );
  return { id, sameAsApproved: before?.digest === digest && before.seen === version.version };
}

const KEEP_ROWS = `
  insert into rule_preview_row (rule_preview_id, engagement_id, person_id, target, effect, due_on, before_on, policy_due_on,
    too_soon, valid, owed_before, owed_after, exempt_until)
  select $1, x."engagementId", x."personId", x.target, x.effect, x."dueOn", x."beforeOn", x."policyDueOn",
    x."policyDueOn" is not null, x.valid, x."owedBefore", x."owedAfter", x."exemptUntil"
  from jsonb_to_recordset($2::jsonb) as x ("engagementId" uuid, "personId" uuid, target uuid, effect text, "dueOn" date,
    "beforeOn" date, "policyDueOn" date, valid boolean, "owedBefore" boolean, "owedAfter" boolean, "exemptUntil" date)`;

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
