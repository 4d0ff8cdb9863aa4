import {
  assertUnchanged,
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Invalid,
  NotFound,
  Transactions,
  type Tx,
  violates,
} from '@lms/api-platform';
import type { CreateEquivalenceRequest, Created, Equivalence, EquivalenceTermsRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assertState, lockEquivalence, lockVersion } from './lock-version.js';
import { ReadEquivalences } from './read-equivalences.js';

/** Drafts of equivalences. What was applied is never edited: a new version takes its place. */
@Injectable()
export class WriteEquivalences {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly equivalences: ReadEquivalences,
  ) {}

  /** Conflict `there-already` where the same thing counts as the same course already. */
  async create(ctx: Ctx, request: CreateEquivalenceRequest): Promise<Created> {
    const id = uuid();
    await this.write(ctx, async (tx) => {
      const source = await sourceOf(tx, ctx, request);
      if (source.courseId === request.courseId)
        throw new Invalid([{ path: 'courseId', message: 'A course always counts as itself.' }]);
      await tx.query(
        `insert into equivalence (id, course_id, source_course_id, qualification_id, owner_id, created_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, request.courseId, source.courseId, source.qualificationId, ctx.actor.personId, ctx.now],
      );
      await addDraft(tx, ctx, id, request);
      await this.audit.append(tx, ctx, { action: 'equivalence.add', targetType: 'equivalence', targetId: id });
    });
    return { id };
  }

  /** A draft that is as the newest version is. Conflict `open-already` while one is worked on. */
  async startVersion(ctx: Ctx, id: string): Promise<Equivalence> {
    await this.write(ctx, async (tx) => {
      await lockEquivalence(tx, id);
      await tx.query(
        `insert into equivalence_version (id, equivalence_id, number, kind, remainder_course_id, from_on, limit_months, created_by, created_at)
         select $2, equivalence_id, number + 1, kind, remainder_course_id, $5::date, limit_months, $3, $4
         from equivalence_version where equivalence_id = $1 order by number desc limit 1`,
        [id, uuid(), ctx.actor.personId, ctx.now, ctx.today],
      );
      await this.audit.append(tx, ctx, { action: 'equivalence-version.add', targetType: 'equivalence', targetId: id });
    });
    return this.equivalences.one(ctx, id);
  }

  async save(ctx: Ctx, versionId: string, seen: number, request: EquivalenceTermsRequest): Promise<Equivalence> {
    const id = await this.write(ctx, async (tx) => {
      const found = await lockVersion(tx, versionId);
      assertState(found, 'draft');
      assertUnchanged(seen, found.version);
      await tx.query(
        `update equivalence_version set kind = $2, remainder_course_id = $3, from_on = $4, to_on = $5, limit_months = $6,
           reason = $7, version = version + 1 where id = $1`,
        [versionId, ...termsOf(request)],
      );
      await this.audit.append(tx, ctx, {
        action: 'equivalence-version.save',
        targetType: 'equivalence',
        targetId: found.equivalenceId,
      });
      return found.equivalenceId;
    });
    return this.equivalences.one(ctx, id);
  }

  /** A draft that nobody wants; the first one goes with its equivalence. */
  async discard(ctx: Ctx, versionId: string, seen: number): Promise<void> {
    await this.write(ctx, async (tx) => {
      const found = await lockVersion(tx, versionId);
      assertState(found, 'draft', 'in-review');
      assertUnchanged(seen, found.version);
      await tx.query('delete from equivalence_version where id = $1', [versionId]);
      await tx.query(
        'delete from equivalence e where e.id = $1 and not exists (select from equivalence_version where equivalence_id = e.id)',
        [found.equivalenceId],
      );
      await this.audit.append(tx, ctx, {
        action: 'equivalence-version.discard',
        targetType: 'equivalence',
        targetId: found.equivalenceId,
      });
    });
  }

  private write<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(changeOf(ctx), work).catch((error: unknown) => {
      if (violates(error, 'equivalence_source_course_key') || violates(error, 'equivalence_qualification_key'))
        throw new Conflict('there-already', 'This counts as this course already. Make a new version of that one.');
      if (violates(error, 'equivalence_version_open_key'))
        throw new Conflict('open-already', 'A version of this is being worked on already.');
      throw error;
    });
  }
}

interface Source {
  courseId: string | null;
  qualificationId: string | null;
}

async function sourceOf(tx: Tx, ctx: Ctx, { source }: CreateEquivalenceRequest): Promise<Source> {
  if (source.kind === 'course') return { courseId: source.courseId, qualificationId: null };
  const [issuer, organisationId, code] =
    source.kind === 'card' ? [source.issuer, null, ''] : ['', source.organisationId, source.code];
  const [row]: { id: string | null }[] = await tx.query('select name_qualification($1, $2, $3, $4, $5, $6) as id', [
    source.kind,
    issuer,
    organisationId,
    code,
    source.title,
    ctx.now,
  ]);
  if (!row?.id) throw new NotFound();
  return { courseId: null, qualificationId: row.id };
}

const termsOf = (request: EquivalenceTermsRequest) => [
  request.kind,
  request.kind === 'top-up' ? request.remainderCourseId : null,
  request.fromOn,
  request.toOn,
  request.limitMonths,
  request.reason,
];

async function addDraft(tx: Tx, ctx: Ctx, equivalenceId: string, request: EquivalenceTermsRequest): Promise<void> {
  await tx.query(
    `insert into equivalence_version (id, equivalence_id, number, kind, remainder_course_id, from_on, to_on, limit_months,
       reason, created_by, created_at)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [uuid(), equivalenceId, ...termsOf(request), ctx.actor.personId, ctx.now],
  );
}
