import { Audit, changeOf, Conflict, type Ctx, Forbidden, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { Equivalence, EquivalencePreview } from '@lms/contracts';
import { mayApprove } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { assertFit } from './assert-fit.js';
import { assertState, type LockedVersion, lockVersion } from './lock-version.js';
import { ReadEquivalences } from './read-equivalences.js';
import { ReadPreview, SECOND_PERSON_ABOVE } from './runs/read-preview.js';
import { StartRuns } from './runs/start-runs.js';

interface Kept {
  seen: number;
  digest: string | null;
  people: number | null;
  done: boolean;
}

/** The way of a version into force: preview, a second person where one is needed, and then exactly what was previewed. */
@Injectable()
export class DecideVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly runs: StartRuns,
    private readonly previews: ReadPreview,
    private readonly equivalences: ReadEquivalences,
  ) {}

  /** A new look. What was shown to a second person goes back to its author. */
  async preview(ctx: Ctx, versionId: string): Promise<EquivalencePreview> {
    const id = await this.transactions.run(changeOf(ctx), async (tx) => {
      const version = await lockVersion(tx, versionId);
      assertState(version, 'draft', 'in-review');
      await assertFit(tx, version);
      await tx.query(
        `update equivalence_version set state = 'draft', preview_id = null, proposed_by = null, proposed_at = null where id = $1`,
        [versionId],
      );
      await tx.query('delete from equivalence_run where equivalence_version_id = $1 and dry', [versionId]);
      return this.runs.start(tx, ctx, {
        kind: 'apply',
        dry: true,
        equivalenceId: version.equivalenceId,
        versionId,
        seen: version.version,
      });
    });
    await this.runs.hurry(id);
    return this.previews.one(id);
  }

  propose(ctx: Ctx, versionId: string, previewId: string): Promise<Equivalence> {
    return this.decide(ctx, versionId, 'propose', async (tx, version) => {
      assertState(version, 'draft');
      await assertPreviewOf(tx, version, previewId);
      await tx.query(
        `update equivalence_version set state = 'in-review', preview_id = $2, proposed_by = $3, proposed_at = $4,
           returned_reason = null where id = $1`,
        [versionId, previewId, ctx.actor.personId, ctx.now],
      );
    });
  }

  giveBack(ctx: Ctx, versionId: string, reason: string): Promise<Equivalence> {
    return this.decide(ctx, versionId, 'return', async (tx, version) => {
      assertState(version, 'in-review');
      await tx.query(
        `update equivalence_version set state = 'draft', returned_reason = $2, preview_id = null, proposed_by = null,
           proposed_at = null where id = $1`,
        [versionId, reason],
      );
    });
  }

  /** Forbidden `second-person-needed`; Conflict `facts-changed` when it would do anything else now than was previewed. */
  async apply(ctx: Ctx, versionId: string, previewId: string): Promise<Equivalence> {
    let run = '';
    const { id } = await this.decide(ctx, versionId, 'apply', async (tx, version) => {
      assertState(version, 'draft', 'in-review');
      const { digest, people } = await assertPreviewOf(tx, version, previewId);
      assertSecond(ctx, version, previewId, people ?? 0);
      await assertFit(tx, version);
      const [now]: { digest: string }[] = await tx.query('select digest_of_equivalence($1) as digest', [versionId]);
      if (now?.digest !== digest) throw factsChanged();
      await putInForce(tx, ctx, version, previewId);
      run = await this.runs.start(tx, ctx, {
        kind: 'apply',
        dry: false,
        equivalenceId: version.equivalenceId,
        versionId,
      });
    });
    await this.runs.hurry(run);
    return this.equivalences.one(ctx, id);
  }

  private async decide(
    ctx: Ctx,
    versionId: string,
    verb: string,
    work: (tx: Tx, version: LockedVersion) => Promise<void>,
  ): Promise<Equivalence> {
    const id = await this.transactions.run(changeOf(ctx), async (tx) => {
      const version = await lockVersion(tx, versionId);
      await work(tx, version);
      await this.audit.append(tx, ctx, {
        action: `equivalence-version.${verb}`,
        targetType: 'equivalence',
        targetId: version.equivalenceId,
        detail: { number: version.number },
      });
      return version.equivalenceId;
    });
    return this.equivalences.one(ctx, id);
  }
}

export const factsChanged = (): Conflict =>
  new Conflict(
    'facts-changed',
    'Records have changed since this was previewed, so it would do something else. Preview it again.',
  );

async function assertPreviewOf(tx: Tx, version: LockedVersion, previewId: string): Promise<Kept> {
  const [preview]: Kept[] = await tx.query(
    `select seen, digest, people, done_at is not null as done from equivalence_run
     where id = $1 and equivalence_version_id = $2 and dry`,
    [previewId, version.id],
  );
  if (!preview) throw new NotFound();
  if (!preview.done || preview.seen !== version.version)
    throw new Conflict('preview-again', 'This was edited since, or the preview is not ready. Look at a new one.');
  return preview;
}

function assertSecond(ctx: Ctx, version: LockedVersion, previewId: string, people: number): void {
  if (people <= SECOND_PERSON_ABOVE && !version.mandatory && version.state === 'draft') return;
  const authors = [version.createdBy, version.proposedBy ?? version.createdBy];
  if (version.state !== 'in-review' || authors.some((author) => !mayApprove(author, ctx.actor.personId))) {
    throw new Forbidden(
      'second-person-needed',
      version.mandatory
        ? 'The course is mandatory, so a second person has to approve this.'
        : `This reaches ${people} people, so a second person has to approve it.`,
    );
  }
  if (version.previewId !== previewId)
    throw new Conflict('preview-again', 'Another preview was shown to you. Look at the new one.');
}

/** What was in force ends on the day before; what it gave stays. */
async function putInForce(tx: Tx, ctx: Ctx, version: LockedVersion, previewId: string): Promise<void> {
  await tx.query(
    `update equivalence_version set to_on = case when $3::date is not null then least(to_on, $3::date - 1) else to_on end,
       state = case when $3::date is null or from_on >= $3::date then 'ended' else state end
     where equivalence_id = $1 and id <> $2 and state = 'active'`,
    [version.equivalenceId, version.id, version.fromOn],
  );
  await tx.query(
    `update equivalence_version set state = 'active', preview_id = $2, applied_by = $3, applied_at = $4 where id = $1`,
    [version.id, previewId, ctx.actor.personId, ctx.now],
  );
  await tx.query(
    `insert into equivalence_reads (course_id, equivalence_version_id) select c, $1 from unnest($2::uuid[]) c where c is not null`,
    [version.id, [version.sourceCourseId, version.remainderCourseId]],
  );
}
