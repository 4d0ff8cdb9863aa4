import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  PreviewPeople,
  PreviewPerson,
  Problem,
  RuleEndPeople,
  RuleEndPerson,
  RuleEndPreview,
  RulePreview,
} from '@lms/contracts';
import { addDays, type AudienceFacts, isInAudience } from '@lms/domain';
import { Client as Pg } from 'pg';
import { testApp, type TestApp } from '../../../../../../test/http/test-app.js';
import { explainAll } from '../check/explain-all.js';
import { Reconcile } from '../check/reconcile.js';
import { Dice } from '../testing/dice.test.js';
import { type Said, World, Worlds } from '../testing/preview-world.test.js';
import { byEngagement, happened, type Happened, type Snapshot, snapshotOf } from '../testing/rule-snapshot.test.js';

/** `WAYMARK_SEEDS=1-300` looks at more worlds than the suite has time for, and `WAYMARK_SEEDS=17-17` at one again. */
const [FROM, TO] = (process.env['WAYMARK_SEEDS'] ?? '1-12').split('-').map(Number) as [number, number];

let t: TestApp;
let worlds: Worlds;
let owner: Pg;
beforeAll(async () => {
  t = await testApp({ WAYMARK_TEST_CLOCK: '1' });
  worlds = await Worlds.of(t);
  owner = new Pg({ connectionString: t.db.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await t.stop();
});

/** Everybody whom a list names, page by page. */
async function everybody<T>(world: World, url: string): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: T[]; nextCursor: string | null } = (
      await world.adviser.get(`${url}?limit=100${cursor && `&cursor=${cursor}`}`)
    ).json();
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

const told = ({
  engagementId,
  personId,
  effect,
  owedBefore,
  owedAfter,
  beforeOn,
  dueOn,
  policyDueOn,
}: PreviewPeople['items'][number]): Happened => ({
  ...{ engagementId, personId, effect, owedBefore, owedAfter, beforeOn, dueOn, policyDueOn },
});
const toldOfEnd = ({ engagementId, personId, ...row }: RuleEndPeople['items'][number]): Happened => ({
  ...{ engagementId, personId, effect: 'loses', owedBefore: row.owedBefore, owedAfter: row.owesStill },
  ...{ beforeOn: row.dueOn, dueOn: row.staysOn, policyDueOn: null },
});

const people = (rows: readonly Happened[], effect: Happened['effect']) =>
  new Set(rows.filter((row) => row.effect === effect).map(({ personId }) => personId)).size;
const counts = (rows: readonly Happened[]) => ({
  ...{ gains: people(rows, 'gains'), loses: people(rows, 'loses') },
  ...{ moves: people(rows, 'moves'), keeps: people(rows, 'keeps') },
});

/** By organisation and by scheme as rows of engagements add up. */
async function sums(rows: readonly Happened[]) {
  const where = await t.db.sql<{ id: string; organisation: string; schemes: string[] }>(
    'select id, organisation_id as organisation, scheme_ids as schemes from engagement where id = any ($1)',
    [rows.map(({ engagementId }) => engagementId)],
  );
  const of = (groups: (place: (typeof where)[number]) => string[]) => {
    const found = new Map<string, Happened[]>();
    for (const row of rows)
      for (const group of groups(where.find(({ id }) => id === row.engagementId)!))
        found.set(group, [...(found.get(group) ?? []), row]);
    return Object.fromEntries([...found].map(([group, list]) => [group, counts(list)]));
  };
  return { organisations: of(({ organisation }) => [organisation]), schemes: of(({ schemes }) => schemes) };
}

/**
 * Nothing that is owed may come to be due sooner than it was and than the days that the rule leaves at least, but for what
 * somebody holds, which ends when it ends, and for what anybody else asks of them.
 */
function expectRealistic(
  before: Snapshot,
  after: Snapshot,
  world: World,
  said: Said,
  valid: Map<string, string | null>,
): void {
  // Of a path that is new to somebody the days are counted from its day 0.
  const enough = addDays(
    world.today,
    said.pathId === null ? said.due.realisticDays : Math.min(7, said.due.realisticDays),
  );
  const hurried = [...after.owed].filter(([key, due]) => {
    if (due === null || due >= enough) return false;
    const was = before.owed.get(key);
    const until = valid.get(key);
    return !(was && due >= was) && !(until && due >= until);
  });
  expect(hurried).toEqual([]);
}

async function held(world: World) {
  const rows = await t.db.sql<{ key: string; until: string | null }>(
    `select person_id || ' ' || course_id as key, valid_until::text as until from standing_dates
     where person_id = any ($1) and ever_completed and not lifetime`,
    [world.people],
  );
  return new Map(rows.map(({ key, until }) => [key, until]));
}

async function applied(world: World, versionId: string, previewId: string): Promise<void> {
  const answer = await world.adviser.post(`/rule-versions/${versionId}/apply`, { previewId });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  await world.catchUp();
}

/** A version that would feed itself or is refused for another reason is not what this is about. */
async function previewed(world: World, versionId: string): Promise<RulePreview | null> {
  const answer = await world.adviser.post(`/rule-versions/${versionId}/preview`);
  if (answer.status >= 500) throw new Error(answer.body);
  return answer.status < 300 ? answer.json<RulePreview>() : null;
}

/** Something happens between looking and applying. */
async function meanwhile(world: World, rows: readonly PreviewPerson[]): Promise<void> {
  const { dice } = world;
  const row = rows.length > 0 ? dice.one(rows) : null;
  switch (dice.between(0, 5)) {
    case 0:
      await world.goTo(addDays(world.today, 1));
      return;
    case 1:
      if (row) await world.complete(row.personId, dice.one(world.courses), world.today);
      break;
    case 2:
      if (row) await world.exempt(row.personId, dice.one(world.courses).id);
      break;
    case 3:
      if (row) await world.leave(row.engagementId);
      break;
    case 4:
      await world.extensions(0.2);
      break;
    default:
      await world.requests();
  }
  await world.catchUp();
}

async function step(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const world = new World(worlds, seed, dice);
  try {
    await live(world, dice);
  } finally {
    await world.retire();
  }
}

async function live(world: World, dice: Dice): Promise<void> {
  await world.begin();
  await world.completions(0.3);
  // Other rules, on the same courses and paths.
  for (let n = dice.between(0, 2); n > 0; n -= 1) {
    const version = await world.draft(await world.newRule(), world.said());
    const made = await previewed(world, version.id);
    if (made) await applied(world, version.id, made.id);
  }
  await world.requests();
  const ruleId = await world.newRule();
  let said = world.said();
  const kind = dice.one(['first', 'next', 'next', 'next', 'end'] as const);
  const life = async () => {
    await world.completions(0.3);
    await world.leaves(0.1);
    await world.extensions(0.1);
    await world.exemptions(0.1);
    if (dice.chance(0.4)) await world.requests();
  };
  if (kind !== 'first') {
    const version = await world.draft(ruleId, said);
    const made = await previewed(world, version.id);
    if (!made) return;
    await applied(world, version.id, made.id);
    await life();
    await world.goTo(addDays(world.today, dice.one([0, 3, 20, 200, 400])));
  }
  await life();
  await world.catchUp();
  if (kind === 'end') await ends(world, ruleId);
  else {
    said = kind === 'first' ? said : world.saidNext(said);
    await applies(world, ruleId, said);
  }
  await expectExplained(ruleId);
}

async function applies(world: World, ruleId: string, said: Said): Promise<void> {
  const { id: versionId } = await world.draft(ruleId, said);
  let made = await previewed(world, versionId);
  if (!made) return;
  let names = await everybody<PreviewPerson>(world, `/rule-previews/${made.id}/people`);
  if (world.dice.chance(0.4)) await meanwhile(world, names);
  let before = await snapshotOf(t.db, ruleId, world.people);
  let valid = await held(world);
  const answer = await world.adviser.post(`/rule-versions/${versionId}/apply`, { previewId: made.id });
  if (answer.status !== 200) {
    // Refused because something else would come of it now, and for nothing less.
    expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'facts-changed']);
    const seen = names;
    made = (await previewed(world, versionId))!;
    names = await everybody<PreviewPerson>(world, `/rule-previews/${made.id}/people`);
    expect(names).not.toEqual(seen);
    before = await snapshotOf(t.db, ruleId, world.people);
    valid = await held(world);
    await applied(world, versionId, made.id);
  } else await world.catchUp();
  const after = await snapshotOf(t.db, ruleId, world.people);
  const rows = happened(before, after, await reached(world, said));
  expect(made.people).toBe(
    new Set(rows.flatMap(({ effect, personId }) => (effect === 'loses' ? [] : [personId]))).size,
  );
  expect(names.map(told).sort(byEngagement)).toEqual(rows);
  expect(made).toMatchObject(counts(rows));
  expect(made.tooSoon).toBe(after.decide.size);
  const { organisations, schemes } = await sums(rows);
  const numbers = ({ gains, loses, moves, keeps }: ReturnType<typeof counts>) => ({ gains, loses, moves, keeps });
  expect(Object.fromEntries(made.byOrganisation.map((row) => [row.organisationId, numbers(row)]))).toEqual(
    organisations,
  );
  expect(Object.fromEntries(made.byScheme.map((row) => [row.schemeId, numbers(row)]))).toEqual(schemes);
  expectNothingElse(before.owed, after.owed, rows);
  expectRealistic(before, after, world, said, valid);
}

/** Whom the audience names, by the domain: who is on a path by another rule stays on it, and is reached all the same. */
async function reached(world: World, { pathId, predicate, courseId }: Said): Promise<Map<string, string>> {
  if (pathId === null && courseId !== null) return new Map();
  const rows = await t.db.sql<{ id: string; person: string; organisation: string; group: AudienceFacts['group'] }>(
    `select e.id, e.person_id as person, e.organisation_id as organisation, e.employment_group as group from engagement e
     where e.person_id = any ($1) and (e.ends_on is null or e.ends_on >= $2)`,
    [world.people, world.today],
  );
  const valid = await t.db.sql<{ person: string; course: string; until: string | null }>(
    `select person_id as person, course_id as course, valid_until::text as until from standing_dates
     where ever_completed and person_id = any ($1)`,
    [world.people],
  );
  const facts = (row: (typeof rows)[number]): AudienceFacts => ({
    ...{ on: world.today, organisationId: row.organisation, organisationKind: 'supplier', group: row.group, tags: [] },
    ...{ organisationIds: [row.organisation], jobRole: '', schemeIds: [], startsOn: '', endsOn: null, managerIds: [] },
    lineEndsOn: null,
    holds: Object.fromEntries(
      valid.flatMap(({ person, course, until }) => (person === row.person ? [[course, until]] : [])),
    ),
  });
  const named = rows.filter((row) => isInAudience(predicate, facts(row)));
  return new Map(named.map(({ id, person }) => [`${id} ${pathId}`, person]));
}

async function ends(world: World, ruleId: string): Promise<void> {
  const seen = (await world.adviser.get(`/rules/${ruleId}/end`)).json<RuleEndPreview>();
  const names = await everybody<RuleEndPerson>(world, `/rules/${ruleId}/end/people`);
  const before = await snapshotOf(t.db, ruleId, world.people);
  const answer = await world.adviser.post(`/rules/${ruleId}/end`, { reason: 'Over', digest: seen.digest });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  await world.catchUp();
  const after = await snapshotOf(t.db, ruleId, world.people);
  const rows = happened(before, after, new Map());
  expect(names.map(toldOfEnd).sort(byEngagement)).toEqual(rows);
  expect(seen.people).toBe(people(rows, 'loses'));
  expect(seen.oweStill).toBe(new Set(rows.filter(({ owedAfter }) => owedAfter).map(({ personId }) => personId)).size);
  const { organisations } = await sums(rows);
  expect(Object.fromEntries(seen.byOrganisation.map((row) => [row.organisationId, row.people]))).toEqual(
    Object.fromEntries(Object.entries(organisations).map(([id, { loses }]) => [id, loses])),
  );
  expectNothingElse(before.owed, after.owed, rows);
}

/** Nothing is left to put right, every date can be replayed, and whoever is given another one than the rule says is to be decided. */
async function expectExplained(ruleId: string): Promise<void> {
  expect(await t.app.get(Reconcile).run()).toMatchObject({ given: 0, ended: 0, different: 0 });
  expect(await explainAll(owner)).toMatchObject({ faults: 0, named: [] });
  const silent = await t.db.sql(
    `select r.id from assignment_reason r
     join rule_version v on v.id = r.rule_version_id and v.rule_id = $1
     join assignment a on a.id = r.assignment_id and a.state = 'open' and a.follows_on is null
     join engagement e on e.id = r.engagement_id
     where r.ended_at is null and (r.facts ->> 'dueOn')::date is distinct from rule_policy_on(v.due, v.effective_on, e.starts_on,
         (r.facts ->> 'assignedOn')::date, (r.facts ->> 'afterOn')::date)
       and not coalesce(r.facts ->> 'dueOn' = r.facts ->> 'beforeOn' and r.facts ->> 'beforeOn' < r.facts ->> 'takenOn', false)
       and not exists (select from rule_exception x where x.rule_id = $1 and x.engagement_id = r.engagement_id)`,
    [ruleId],
  );
  expect(silent).toEqual([]);
}

/** Nothing changes for anybody whom the preview does not name. */
function expectNothingElse(
  before: Map<string, string | null>,
  after: Map<string, string | null>,
  rows: readonly Happened[],
): void {
  const named = new Set(rows.filter(({ effect }) => effect !== 'keeps').map(({ personId }) => personId));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.has(key) !== after.has(key) || before.get(key) !== after.get(key),
  );
  expect(changed.filter((key) => !named.has(key.split(' ')[0]!))).toEqual([]);
}

describe('what a preview says of a rule', () => {
  for (let seed = FROM; seed <= TO; seed += 1) it(`is what happens (world ${seed})`, () => step(seed));
});
