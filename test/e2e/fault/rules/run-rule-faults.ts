import { londonDate } from '@lms/domain';
import { type Instance, startInstance } from '../../../../tools/instance.mjs';
import { withDatabase } from '../../support/with-database.js';
import { Random } from '../random.js';
import { PeopleChanger } from './change-people.js';
import { preparePeople, putRuleInForce } from './prepare-people.js';

interface Settings {
  seed: number;
  people: number;
  changes: number;
  say: (line: string) => void;
}
interface Report {
  people: number;
  changes: number;
  given: number;
  harm: { apiKills: number; workerKills: number };
  faults: string[];
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const PATIENCE_MS = 180_000;

/** What must be true of every engagement when all is quiet: exactly one standing reason on site, none in the office. */
const WRONG = `
  select e.id, e.employment_group as "group", count(r.id)::int as reasons
  from engagement e left join assignment_reason r on r.engagement_id = e.id and r.kind = 'rule' and r.ended_at is null
  group by e.id having count(r.id) <> case when e.employment_group = 'site' then 1 else 0 end`;
const DOUBLED = `select person_id from assignment where state = 'open' group by person_id, course_id having count(*) > 1`;
const UNREASONED = `
  select a.id from assignment a where a.state = 'open'
    and not exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null)`;
const WAITING = `
  select (select count(*)::int from outbox_event where handled_at is null) as events,
    (select count(*)::int from rule_run where done_at is null) as runs, (select count(*)::int from rule_run) as all`;

/** Kills worker and API while a rule is applied to everybody and people change; then counts what is missing or too much. */
export async function runRuleFaults({ seed, people, changes, say }: Settings): Promise<Report> {
  const random = new Random(seed);
  const instance = await startInstance();
  const harm = { apiKills: 0, workerKills: 0 };
  try {
    const { courseId, engagementIds } = await preparePeople(instance.dataDir, people);
    const personOf = await personsOf(instance);
    const changer = new PeopleChanger(instance, random, engagementIds);
    await putRuleInForce(instance.dataDir, courseId, londonDate(new Date()));
    say('The rule is in force; people change, and programs are killed …');
    let changing = true;
    const killing = (async () => {
      while (changing) {
        await wait(random.between(700, 2500));
        if (!changing) return;
        const kind = random.between(0, 3) > 0 ? 'workerKills' : 'apiKills';
        if (killed(() => (kind === 'workerKills' ? instance.killWorker() : instance.killApi()))) harm[kind] += 1;
      }
    })();
    for (let n = 0; n < changes; n += 1) {
      await changer.change(personOf);
      await wait(random.between(100, 600));
    }
    changing = false;
    await killing;
    await untilQuiet(instance);
    const faults = await faultsOf(instance);
    const [{ given } = { given: 0 }] = await rows(
      instance,
      `select count(*)::int as given from assignment_reason where ended_at is null`,
    );
    return { people, changes: changer.acknowledged, given: Number(given), harm, faults };
  } finally {
    await instance.stop();
  }
}

/** False where the program was not back yet from the blow before. */
function killed(kill: () => void): boolean {
  try {
    kill();
    return true;
  } catch {
    return false;
  }
}

const rows = (instance: Instance, text: string): Promise<Record<string, unknown>[]> =>
  withDatabase(instance.dataDir, (sql) => sql(text));

async function personsOf(instance: Instance): Promise<Map<string, string>> {
  const found = await rows(instance, 'select id, person_id as person from engagement');
  return new Map(found.map(({ id, person }) => [String(id), String(person)]));
}

async function untilQuiet(instance: Instance): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const [{ events, runs, all } = {}] = await rows(instance, WAITING);
    if (events === 0 && runs === 0 && Number(all) > 0) return;
    await wait(500);
  }
  const left = await rows(
    instance,
    `select type, attempts, error, next_try_at from outbox_event where handled_at is null
     union all select 'run ' || kind, done, total::text, moved_at from rule_run where done_at is null limit 10`,
  );
  throw new Error(`Events or runs still wait after three minutes: ${JSON.stringify(left)}`);
}

async function faultsOf(instance: Instance): Promise<string[]> {
  const wrong = await rows(instance, WRONG);
  const doubled = await rows(instance, DOUBLED);
  const unreasoned = await rows(instance, UNREASONED);
  const reconciled = await instance.lms(['reconcile']);
  const explained = await instance.lms(['explain', '--all']);
  return [
    ...wrong.map(
      ({ id, group, reasons }) => `Engagement ${String(id)} (${String(group)}) has ${String(reasons)} reasons`,
    ),
    ...doubled.map(({ person_id }) => `Person ${String(person_id)} owes a course twice`),
    ...unreasoned.map(({ id }) => `Assignment ${String(id)} is open without a reason`),
    ...(reconciled.stdout.includes('Nothing to do.') ? [] : [`reconcile: ${reconciled.stdout}${reconciled.stderr}`]),
    ...(explained.code === 0 ? [] : [`explain: ${explained.stdout}${explained.stderr}`]),
  ];
}
