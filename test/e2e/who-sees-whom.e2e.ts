import { expect } from '@playwright/test';
import { londonDate } from '@lms/domain';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { ask, type Operation, operationsOf, tokenOf } from './scope/asked.js';
import { addMissing } from './scope/add-missing.js';
import { NONE_OF, OPEN_TO, TABLES, thingOf, THINGS } from './scope/things.js';
import { World } from './scope/world.js';
import { test } from './support/journey.js';
import { withDatabase } from './support/with-database.js';

/** Of every kind of thing so many that the actor may see, and so many that they may not. */
const EACH = 3;
const NOBODY = '00000000-0000-7000-8000-000000000000';
const UNKNOWN: Readonly<Record<string, string>> = { seq: '99999', n: '99999' };

type Thing = Record<string, string> & { about?: string; also?: string };
interface Actor {
  who: string;
  personId: string;
  token: string;
}

let instance: Instance;
let world: World;
let operations: Operation[];
let actors: Actor[];
const things = new Map<string, Thing[]>();

/** Everybody's parts in the demonstration: one actor each, with as few others as there are. */
const ACTORS = `
  with live as (select * from engagement where starts_on <= $1 and (ends_on is null or ends_on >= $1)),
  name as (select distinct on (person_id) person_id, name from sign_in_name n join password using (person_id) order by person_id, kind),
  part as (
    select g.role as who, g.person_id from role_grant g
    where starts_on <= $1 and (ends_on is null or ends_on >= $1)
    union all select 'coordinator above a tier', g.person_id from role_grant g
    where role = 'coordinator' and exists (select from organisation b where b.parent_id = g.organisation_id)
    union all select 'line manager', e.line_manager_id from live e
    where e.line_manager_id not in (select person_id from role_grant)
    union all select 'learner', person_id from live
    where person_id not in (select person_id from role_grant) and person_id not in (select line_manager_id from live where line_manager_id is not null)
    union all select 'somebody of two employers', l.person_id from live l
    join engagement p on p.person_id = l.person_id and p.organisation_id <> l.organisation_id
    where l.person_id not in (select person_id from role_grant)
  )
  select distinct on (who) who, part.person_id as "personId", name from part join name using (person_id)
  order by who, (select count(distinct role) from role_grant g where g.person_id = part.person_id), part.person_id`;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  instance = await startInstance({ demo: true });
  const today = londonDate(new Date());
  await withDatabase(instance.dataDir, (sql) => addMissing(sql, new Date()));
  world = await World.read(instance.dataDir, today);
  operations = await operationsOf(instance);
  await withDatabase(instance.dataDir, async (sql) => {
    const found = (await sql(ACTORS, [today])) as { who: string; personId: string; name: string }[];
    actors = await Promise.all(
      found.map(async ({ who, personId, name }) => ({ who, personId, token: await tokenOf(instance, name) })),
    );
    for (const [path, words] of Object.entries(THINGS)) {
      const table = TABLES[path];
      const rows = words ? await sql(words) : table ? await sql(`select id from ${table} limit ${EACH}`) : [];
      things.set(
        path,
        rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, String(v)])) as Thing),
      );
    }
  });
});
test.afterAll(() => instance?.stop());

const filled = (path: string, thing: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(thing[name] ?? UNKNOWN[name] ?? NOBODY));

/** Some of the list, spread over it. */
const some = <T>(list: readonly T[]): T[] =>
  list.filter((_, at) => at % Math.max(1, Math.floor(list.length / EACH)) === 0).slice(0, EACH);

/** Names of people in a text whom the actor must not see; those who have a part in others' work are named by it. */
function leaked(text: string, seen: ReadonlySet<string>): string[] {
  const ids = new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g));
  return [...ids].filter((id) => world.names.has(id) && !seen.has(id) && !world.staff.has(id));
}

/** Of whose things the actor may see one: of oneself where the address says "my". */
const maySee = (actor: Actor, path: string, { about, also }: Thing): boolean =>
  about === undefined ||
  also === actor.personId ||
  (/^(my|me)\//.test(path) ? about === actor.personId : world.seenBy(actor.personId).has(about)) ||
  (OPEN_TO[thingOf(path)] ?? []).some((role) => world.roles(actor.personId).has(role));

test('every operation is known to the test', () => {
  const left = operations.map(({ path }) => thingOf(path)).filter((thing) => thing !== '' && !(thing in THINGS));
  expect([...new Set(left)]).toEqual([]);
  const empty = Object.keys(THINGS).filter((thing) => THINGS[thing] && !things.get(thing)?.length);
  expect(empty.sort()).toEqual(NONE_OF);
  expect(actors.map(({ who }) => who).sort()).toEqual([
    'administrator',
    'auditor',
    'author',
    'coordinator',
    'coordinator above a tier',
    'learner',
    'line manager',
    'people-team',
    'somebody of two employers',
    'trainer',
  ]);
});

test('an address that cannot be read is a problem in the built product, too', async () => {
  for (const part of ['%zz', '%F0%90']) {
    const { status, text } = await ask(instance, null, 'GET', `people/${part}`);
    expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([400, 'bad-request']);
  }
});

test('no answer names anybody outside the scope of who asks', async () => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  for (const actor of actors) {
    const seen = [...world.seenBy(actor.personId), ...world.helpedBy(actor.personId)];
    for (const { method, path } of operations) {
      const thing = thingOf(path);
      if (method !== 'GET' || (OPEN_TO[thing || path] ?? []).some((role) => world.roles(actor.personId).has(role)))
        continue;
      const inScope = (things.get(thing) ?? []).filter((one) => maySee(actor, path, one));
      for (const one of thing === '' ? [{} as Thing] : some(inScope)) {
        const named = new Set([...seen, one.about ?? '']);
        const address = filled(path, one);
        const answer = await ask(instance, actor.token, 'GET', address);
        if (answer.status >= 500) wrong.push(`${actor.who}: GET ${address} answers ${answer.status}`);
        if (answer.status === 404 && path === 'people/{id}') wrong.push(`${actor.who}: does not see ${address}`);
        if (answer.status < 300)
          wrong.push(
            ...leaked(answer.text, named).map((id) => `${actor.who}: GET ${address} names ${world.names.get(id)}`),
          );
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('what lies outside the scope answers as what does not exist', async () => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  for (const actor of actors)
    for (const { method, path } of operations) {
      const thing = thingOf(path);
      if (thing === '' || THINGS[thing] === null || method === 'HEAD') continue;
      const outside = (things.get(thing) ?? []).filter((one) => !maySee(actor, path, one));
      const body = method === 'GET' ? undefined : {};
      const unknown = await ask(instance, actor.token, method, filled(path, {}), body);
      for (const one of some(outside)) {
        const address = filled(path, one);
        const answer = await ask(instance, actor.token, method, address, body);
        if (answer.status < 400 || answer.status !== unknown.status || answer.said !== unknown.said)
          wrong.push(
            `${actor.who}: ${method} ${address} ${answer.status} ${answer.said}, not ${unknown.status} ${unknown.said}`,
          );
      }
    }
  expect(wrong).toEqual([]);
});
