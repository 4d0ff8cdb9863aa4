import type { GivenImport, GivenRow, LeavingRow } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { dayInWords } from '@lms/domain';
import { liveSql, nameSql } from '../../shared/sql-text.js';
import type { CheckedPerson, LeavingPlan } from './person-plan.js';

const isLeaving = (plan: unknown): plan is LeavingPlan =>
  typeof plan === 'object' && plan !== null && 'leaving' in plan;

interface Engaged {
  id: string;
  about: string;
  endsOn: string | null;
}

const ABOUT = `concat_ws(', ', ${nameSql('e.person_id')}, o.name, e.employee_number)`;

/** People who were to leave are looked at again: who has left meanwhile, or was given a last day, is left alone. */
export async function checkLeaving(tx: Tx, given: GivenImport, rows: readonly GivenRow[]): Promise<CheckedPerson[]> {
  const plans = rows.flatMap(({ n, leaving }) => (isLeaving(leaving) ? [{ n, plan: leaving }] : []));
  if (plans.length === 0) return [];
  const found: Engaged[] = await tx.query(
    `select e.id, ${ABOUT} as about, e.ends_on::text as "endsOn" from engagement e join organisation o on o.id = e.organisation_id
     where e.id = any ($1) and o.id in (select organisations_filled_by($2, $3))`,
    [plans.map(({ plan }) => plan.leaving), given.actorId, given.today],
  );
  const engaged = new Map(found.map((one) => [one.id, one]));
  return plans.map(({ n, plan }) => {
    const one = engaged.get(plan.leaving);
    const leaves = one !== undefined && (one.endsOn === null || one.endsOn > plan.endsOn);
    return {
      ...{ n, about: one?.about ?? '', identity: null, messages: [], likely: [] },
      outcome: leaves ? 'leaving' : 'same',
      diff: leaves ? [endDiff(one.endsOn, plan.endsOn)] : [],
      plan: leaves ? plan : null,
    };
  });
}

const endDiff = (before: string | null, after: string) => ({
  column: 'endsOn',
  before: before ? dayInWords(before) : '',
  after: dayInWords(after),
});

/* Of organisations that the file is about: engagements that have begun and are not over by that day. $1 import, $2 actor, $3 today, $4 last day. */
const IN_QUESTION = `
  from engagement e join organisation o on o.id = e.organisation_id
  where o.id in (select distinct split_part(r.identity, '|', 1)::uuid from import_row r where r.import_id = $1 and r.identity is not null)
    and o.id in (select organisations_filled_by($2, $3))
    and e.starts_on <= $4 and ${liveSql('e', '$3')}`;
/* A row that cannot be used still says that somebody is there. */
const MISSING = `
  select e.id, ${ABOUT} as about, e.ends_on::text as "endsOn" ${IN_QUESTION}
    and (e.ends_on is null or e.ends_on > $4)
    and not exists (select from import_row r where r.import_id = $1 and r.key = lower(e.employee_number)
      and (r.identity is null or r.identity = e.organisation_id || '|' || lower(e.employee_number)))
  order by o.name, e.employee_number`;

/** Everybody whom the file leaves out, and how many there are whom it is about. */
export async function missingPeople(tx: Tx, given: GivenImport): Promise<{ engaged: number; rows: LeavingRow[] }> {
  const { importId, actorId, today, leaversEndOn } = given;
  if (leaversEndOn === null) return { engaged: 0, rows: [] };
  const values = [importId, actorId, today, leaversEndOn];
  const [all]: { count: number }[] = await tx.query(`select count(*)::int as count ${IN_QUESTION}`, values);
  const missing: Engaged[] = await tx.query(MISSING, values);
  const rows = missing.map(({ id, about, endsOn }) => ({
    about,
    diff: [endDiff(endsOn, leaversEndOn)],
    plan: { leaving: id, endsOn: leaversEndOn } satisfies LeavingPlan,
  }));
  return { engaged: all?.count ?? 0, rows };
}
