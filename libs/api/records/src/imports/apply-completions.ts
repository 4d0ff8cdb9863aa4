import type { AppliedRow, GivenImport, PlannedRow } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { recordOutside } from '../outside/record-outside.js';
import type { CheckedCompletion, CompletionPlan } from './check-completions.js';
import { contentId } from './content-id.js';

const APPEND = 'select n, seq from append_imported($1, $2)';

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
