import type { AppliedRow, GivenImport, PlannedRow } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { recordOutside } from '../outside/record-outside.js';
import type { CheckedCompletion, CompletionPlan } from './check-completions.js';
import { contentId } from './content-id.js';

/** In the order of the days, so that an early renewal finds what it renews. */
const APPEND = `
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb)
      g(n int, "personId" uuid, "courseId" uuid, "versionId" uuid, "completedOn" date, "expiresOn" date, "sourceId" uuid, private jsonb)
    order by "personId", "completedOn", n
  ), made as materialized (
    select g.n, g."personId", g."courseId", append_completion(g."personId", g."courseId", g."versionId", g."completedOn",
      coalesce(g."expiresOn", version_counts_until(g."versionId", g."personId", g."completedOn")), 'import', g."sourceId", g.private, $2) as seq
    from given g
  ), told as (
    insert into outbox_event (at, type, person_id, payload)
    select $2, 'course.completed', who_is(m."personId"), jsonb_build_object('courseId', m."courseId") from made m where m.seq is not null
  )
  select n, seq from made`;

const ALREADY = 'This was on the record already.';

export async function applyCompletions(
  tx: Tx,
  given: GivenImport,
  rows: readonly PlannedRow<CheckedCompletion>[],
): Promise<AppliedRow[]> {
  const planned = rows.flatMap(({ n, plan }) => (plan ? [{ n, plan }] : []));
  return [...(await appendOurs(tx, given, planned)), ...(await recordTheirs(tx, given, planned))];
}

interface Planned {
  n: number;
  plan: CompletionPlan;
}

async function appendOurs(tx: Tx, { actorId, at }: GivenImport, rows: readonly Planned[]): Promise<AppliedRow[]> {
  const ours = rows.filter(({ plan }) => plan.outside === null);
  if (ours.length === 0) return [];
  const written = ours.map(({ n, plan }) => ({
    n,
    ...plan,
    sourceId: contentId(plan.personId, plan.courseId ?? '', plan.completedOn, String(plan.takenBack)),
    private: {
      recordedBy: actorId,
      ...(plan.note === '' ? {} : { note: plan.note }),
      ...(plan.reference === '' ? {} : { reference: plan.reference }),
    },
  }));
  const made: { n: number; seq: number | null }[] = await tx.query(APPEND, [JSON.stringify(written), at]);
  return made.map(({ n, seq }) => ({ n, result: 'applied', note: seq === null ? ALREADY : null }));
}

async function recordTheirs(tx: Tx, { actorId, at }: GivenImport, rows: readonly Planned[]): Promise<AppliedRow[]> {
  const theirs = rows.flatMap(({ n, plan }) => (plan.outside ? [{ n, plan, outside: plan.outside }] : []));
  const outcomes = await recordOutside(
    tx,
    actorId,
    at,
    theirs.map(({ plan, outside }) => ({
      kind: 'company-course',
      ...outside,
      personId: plan.personId,
      awardedOn: plan.completedOn,
      expiresOn: plan.expiresOn,
      reference: plan.reference,
      note: plan.note,
      idempotencyKey: contentId(
        plan.personId,
        outside.organisationId,
        outside.code,
        outside.title,
        plan.completedOn,
        String(at.getTime()),
      ),
    })),
  );
  return theirs.map(({ n }, at) => {
    const outcome = outcomes[at]?.outcome;
    if (outcome === 'differs')
      return { n, result: 'failed', note: 'The same is on the record with other dates. Take that back first.' };
    return { n, result: 'applied', note: outcome === 'already' ? ALREADY : null };
  });
}
