import type { AppliedRow, GivenImport, PlannedRow } from '@lms/api-imports';
import { Invalid, type Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import { keepAnAdministratorEngaged } from '../../grants/keep-an-administrator.js';
import { takeTurn } from '../../shared/turns.js';
import type { CheckedPerson, LeavingPlan, PersonPlan } from './person-plan.js';
import { tellPeople, type WrittenEngagement, type WrittenPerson } from './tell-people.js';
import { addEngagements, addPeople, changeEngagements, changePeople, closesCircle } from './write-people.js';

interface Planned {
  n: number;
  plan: PersonPlan;
  managerId: string | null | undefined;
}

/** Writes people and engagements, each kind of change in one statement, with the same events as by hand. */
export async function applyPeople(
  tx: Tx,
  given: GivenImport,
  rows: readonly PlannedRow<CheckedPerson>[],
): Promise<AppliedRow[]> {
  const leaving = rows.flatMap(({ plan }) => (plan && 'leaving' in plan ? [plan] : []));
  const all = rows.flatMap(({ n, plan, managerId }) => (plan && 'person' in plan ? [{ n, plan, managerId }] : []));
  const { planned, failed } = apartFromFailed(all);
  const moved = planned.some(({ plan }) => plan.manager !== undefined);
  if (moved) await takeTurn(tx, 'line managers');
  const people = await writePeople(tx, given, planned);
  const engagements = await writeEngagements(tx, given, planned, people);
  await endEngagements(tx, leaving, engagements);
  // Nobody reports yet to somebody who has just been added.
  const added = new Set([...people.values()].flatMap((one) => (one.added ? [one.id] : [])));
  if (
    moved &&
    (await closesCircle(
      tx,
      given.today,
      engagements.filter(({ personId }) => !added.has(personId)).map(({ id }) => id),
    ))
  ) {
    throw new Invalid([
      { path: 'lineManager', message: 'With this, somebody would report to themselves through others.' },
    ]);
  }
  const ending = engagements.filter(({ changed }) => changed.includes('endsOn')).map(({ personId }) => personId);
  await keepAnAdministratorEngaged(tx, ending, given.today);
  await tellPeople(tx, given, { people: [...people.values()], engagements });
  return failed;
}

/**
 * Somebody new who stands in two rows is added once; the other row is asked about when the file is checked again. Nobody is
 * written without the line manager that their row names.
 */
function apartFromFailed(rows: readonly Planned[]): { planned: Planned[]; failed: AppliedRow[] } {
  const first = new Map<string, number>();
  const planned: Planned[] = [];
  const failed: AppliedRow[] = [];
  for (const row of rows) {
    const { givenName, familyName, contactEmail, phone } = row.plan.person;
    const address = contactEmail ?? row.plan.engagement.workEmail ?? phone;
    const key = row.plan.personId === null && address ? [givenName, familyName, address].join('|').toLowerCase() : null;
    const before = key === null ? undefined : first.get(key);
    if (row.plan.manager && !row.managerId) {
      failed.push({ n: row.n, result: 'failed', note: 'The line manager in the file has not been brought in.' });
    } else if (before === undefined) {
      if (key !== null) first.set(key, row.n);
      planned.push(row);
    } else {
      const note = `Row ${before} is about the same person. Check the file again, and say here that it is them.`;
      failed.push({ n: row.n, result: 'failed', note });
    }
  }
  return { planned, failed };
}

/** By row: the person whom it is about, new or known. */
async function writePeople(tx: Tx, { at }: GivenImport, rows: readonly Planned[]): Promise<Map<number, WrittenPerson>> {
  const people = new Map<number, WrittenPerson>();
  const changes = new Map<string, PersonPlan['person']>();
  for (const { n, plan } of rows) {
    const id = plan.personId ?? uuid();
    const changed = Object.keys(plan.person);
    people.set(n, { id, added: plan.personId === null, changed });
    if (plan.personId !== null && changed.length > 0) changes.set(id, { ...changes.get(id), ...plan.person });
  }
  const added = rows.flatMap(({ n, plan }) =>
    plan.personId === null ? [{ id: people.get(n)?.id, ...plan.person }] : [],
  );
  await addPeople(tx, at, added);
  await changePeople(
    tx,
    [...changes].map(([id, change]) => ({ id, change })),
  );
  return people;
}

async function writeEngagements(
  tx: Tx,
  { at }: GivenImport,
  rows: readonly Planned[],
  people: ReadonlyMap<number, WrittenPerson>,
): Promise<WrittenEngagement[]> {
  const written = rows.map(({ n, plan, managerId }) => {
    const change = { ...plan.engagement, ...(plan.manager === undefined ? {} : { lineManagerId: managerId ?? null }) };
    return { id: plan.engagementId ?? uuid(), personId: people.get(n)?.id ?? '', plan, change };
  });
  await addEngagements(
    tx,
    at,
    written.flatMap(({ id, personId, plan: { engagementId, organisationId, employeeNumber }, change }) =>
      engagementId === null ? [{ id, personId, organisationId, employeeNumber, change }] : [],
    ),
  );
  const changed = written.filter(({ plan, change }) => plan.engagementId !== null && Object.keys(change).length > 0);
  await changeEngagements(tx, changed);
  return written
    .filter(({ plan, change }) => plan.engagementId === null || Object.keys(change).length > 0)
    .map(({ id, personId, plan, change }) => ({
      id,
      personId,
      added: plan.engagementId === null,
      changed: Object.keys(change),
    }));
}

async function endEngagements(
  tx: Tx,
  leaving: readonly LeavingPlan[],
  engagements: WrittenEngagement[],
): Promise<void> {
  const ended = await changeEngagements(
    tx,
    leaving.map(({ leaving: id, endsOn }) => ({ id, change: { endsOn } })),
  );
  engagements.push(...ended.map(({ id, personId }) => ({ id, personId, added: false, changed: ['endsOn'] })));
}
