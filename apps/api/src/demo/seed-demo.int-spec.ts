import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verify } from '@node-rs/argon2';
import { testDatabase, type TestDatabase } from '@lms/testing';
import { check } from '../cli/check.js';
import { demoAccounts } from '../cli/demo-accounts.js';
import { explain } from '../cli/explain.js';
import { prepare } from '../cli/prepare.js';
import { reconcile } from '../cli/reconcile.js';
import { testIo, type TestIo } from '../cli/test-io.test.js';
import { seedDemo } from './seed-demo.js';

const TODAY = '2026-11-23';

describe('the demonstration', () => {
  let db: TestDatabase;
  let io: TestIo;
  /** Of this process, whatever else the machine does meanwhile. */
  let cpuSeconds: number;
  beforeAll(async () => {
    db = await testDatabase();
    io = await testIo(db);
    const before = process.cpuUsage();
    await seedDemo(io.configuration(), { today: TODAY }, io.progress);
    const { user, system } = process.cpuUsage(before);
    cpuSeconds = (user + system) / 1_000_000;
  }, 120_000);
  afterAll(async () => {
    await db.stop();
    await rm(io.dataDir, { recursive: true });
  });

  const count = async (sql: string): Promise<number | undefined> =>
    (await db.sql<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n;

  it('costs less than half a minute of one core', () => {
    expect(cpuSeconds).toBeLessThan(30);
  });
  it('has records and standings that hold', async () => {
    await check(io);
    expect(io.printed.at(-1)).toBe('All is well.');
    expect(await count('person')).toBe(1800);
    expect(await count('ledger_entry')).toBeGreaterThan(12_000);
  }, 60_000);
  it('turned every trigger on again', async () => {
    expect(await db.sql(`select tgname from pg_trigger where tgenabled <> 'O'`)).toEqual([]);
  });
  it('has history as the triggers write it', async () => {
    for (const [table, entity] of [
      ['person', 'person'],
      ['engagement', 'engagement'],
      ['assignment', 'assignment'],
    ]) {
      const differing = `${table} t where to_jsonb(t) is distinct from
        (select h.row from row_history h where h.entity = '${entity}' and h.entity_id = t.id order by h.id desc limit 1)`;
      expect(await count(differing)).toBe(0);
    }
  });
  it('has histories that go forward, and a journal of what people did', async () => {
    const back = `(select known_from, lag(known_from) over (partition by entity, entity_id order by id) as before from row_history) h
      where h.before > h.known_from`;
    expect(await count(back)).toBe(0);
    const events = '(select at, lag(at) over (order by id) as before, actor_id from audit_event) a';
    expect(await count(`${events} where a.before > a.at`)).toBe(0);
    expect(await count(`${events} where actor_id is not null`)).toBeGreaterThan(25);
    expect(await count('outbox_event where handled_at is null')).toBe(0);
  });
  it('has people who are away, need not, were asked and got more time', async () => {
    const away = `leave_of_absence l join engagement e on e.id = l.engagement_id join organisation o on o.id = e.organisation_id
      where '${TODAY}' between l.from_on and l.to_on and o.name`;
    expect([await count(`${away} = 'Costain'`), await count(`${away} like 'Brackenfell%'`)]).toEqual([1, 1]);
    expect(await count(`leave_of_absence where to_on < '${TODAY}'`)).toBe(1);
    const exempt = await db.sql(
      `select state, to_on - '${TODAY}' as days from exemption where state in ('approved', 'waiting') order by to_on`,
    );
    expect(exempt).toEqual([
      { state: 'approved', days: -9 },
      { state: 'approved', days: 10 },
      { state: 'waiting', days: 75 },
    ]);
    const requests = await db.sql('select state from assignment_request order by asked_at');
    expect(requests).toEqual(['refused', 'given', 'given', 'given'].map((state) => ({ state })));
    expect(await count('due_extension')).toBe(3);
  });
  it('has entries of one human being, some of them together, and erasures that two people decide', async () => {
    await db.sql('select look_for_duplicates(3000)');
    expect(await count(`duplicate_pair where why = '{name,phone}'`)).toBe(2);
    expect(await count(`person_merge where undone_at is null and undo_until > '${TODAY}'`)).toBe(1);
    const erasures = await db.sql(
      'select state, decided_by is null as open, decided_by <> proposed_by as second from erasure order by proposed_at',
    );
    expect(erasures).toEqual([
      { state: 'applied', open: false, second: true },
      { state: 'proposed', open: true, second: null },
    ]);
    const waits = `erasure where state = 'proposed' and digest = erasure_digest(persons_as(person_id))`;
    expect(await count(waits)).toBe(1);
  });
  it('has files that were brought in, with rows that could not be used', async () => {
    const imports = await db.sql(
      `select kind, state, import_counts(id) -> 'faulty' as faulty, import_counts(id) -> 'failed' as failed from import order by id`,
    );
    expect(imports).toEqual([
      { kind: 'completions', state: 'applied', faulty: 4, failed: 0 },
      { kind: 'people', state: 'applied', faulty: 1, failed: 0 },
    ]);
  });
  it('leaves rules nothing to put right', async () => {
    io.printed.length = 0;
    await reconcile(io);
    expect(io.printed.at(-1)).toMatch(/Nothing to do\.$/);
  });
  it('stores and unpacks what it plays', async () => {
    const files = await db.sql<{ sha256: string }>(
      'select sha256 from package_file union select file_sha256 from activity where file_sha256 is not null union select sha256 from activity_captions',
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { sha256 } of files) {
      const at = path.join(io.dataDir, 'files', 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
      expect((await stat(at)).size).toBeGreaterThan(0);
    }
  });
  it('leaves the newcomer in the middle of one lesson, with the notice unread', async () => {
    const rows = await db.sql(
      `select t.percent, s.stopped_at is not null as stopped, c.code, s.elements <> '{}' as resumes,
         exists (select from privacy_acceptance a where a.person_id = p.id) as accepted
       from person p join attempt t on t.person_id = p.id and t.state = 'open' join course c on c.id = t.course_id
       join attempt_sco s on s.attempt_id = t.id
       where p.given_name = 'Aisha' and p.family_name = 'Karim'`,
    );
    expect(rows).toEqual([{ percent: 62, stopped: true, code: 'SITE-205', resumes: true, accepted: false }]);
    expect(await count('privacy_acceptance')).toBe(1799);
  });
  it('has cards that wait and came back, and what stands behind those that were accepted', async () => {
    const states = await db.sql<{ state: string; n: number }>(
      'select state, count(*)::int as n from evidence_submission group by state order by state',
    );
    expect(states.map(({ state }) => state)).toEqual(['accepted', 'returned', 'waiting']);
    for (const { n } of states) expect(n).toBeGreaterThan(1);
    expect(await count('practical_request')).toBe(3);
    const behind = (source: string, fact: string) =>
      count(
        `ledger_entry l where l.source = '${source}' and not exists (select from ${fact} f where f.attempt_id = l.source_id)`,
      );
    expect([await behind('evidence', 'evidence_check'), await behind('practical', 'practical_sign_off')]).toEqual([
      0, 0,
    ]);
  });
  it('knows why everything is owed, and everything that was walked', async () => {
    expect(
      await count('assignment a where not exists (select from assignment_reason r where r.assignment_id = a.id)'),
    ).toBe(0);
    const unexplained = `path_enrolment n join path_stage g on g.path_version_id = n.path_version_id join path_step s on s.stage_id = g.id
      where n.state = 'open' and s.kind = 'course' and not exists (select from assignment_reason r where r.path_enrolment_id = n.id and r.path_step_id = s.id)`;
    expect(await count(unexplained)).toBe(0);
    await explain(io);
    expect(io.printed.at(-1)).toMatch(/not explained: 0\.$/);
  });
  it('has tasks of everybody on a path, most of those that are past done, and a buddy nearly everywhere', async () => {
    const missing = `path_enrolment n join path_stage g on g.path_version_id = n.path_version_id join path_step s on s.stage_id = g.id
      where n.state = 'open' and s.kind = 'task' and not exists (select from path_task t where t.path_enrolment_id = n.id and t.path_step_id = s.id)`;
    expect(await count(missing)).toBe(0);
    const [tasks, done, late] = [
      await count('path_task'),
      await count('path_task where done_on is not null'),
      await count(`path_task where done_on is null and due_on < '${TODAY}'`),
    ];
    expect(Number(done) / Number(tasks)).toBeGreaterThan(0.3);
    expect(late).toBeGreaterThan(3);
    expect(done).toBe(await count('path_task_fact'));
    expect(await count(`path_task_fact where on_date > '${TODAY}'`)).toBe(0);
    const [open, buddies] = [
      await count(`path_enrolment where state = 'open'`),
      await count(`path_enrolment where state = 'open' and buddy_id is not null`),
    ];
    expect(Number(buddies) / Number(open)).toBeGreaterThan(0.6);
    for (const kind of ['course', 'task', 'milestone'])
      expect(await count(`path_step where kind = '${kind}'`)).toBeGreaterThan(3);
    expect(await count('path_choice')).toBe(1);
  });
  it('has a bank whose statistics tell its questions apart', async () => {
    const rows = await db.sql<{ answered: number; right: number; discrimination: number | null }>(
      `select s.answered, s.right_percent as "right", s.discrimination from question q cross join lateral question_statistics(q.id) s`,
    );
    expect(rows).toHaveLength(18);
    for (const { answered } of rows) expect(answered).toBeGreaterThan(30);
    const rights = rows.map(({ right }) => right);
    expect(Math.max(...rights) - Math.min(...rights)).toBeGreaterThan(5);
    expect(rows.every(({ discrimination }) => discrimination !== null)).toBe(true);
    // Eight questions are asked, whose pool was kept when the course was published.
    expect(await count(`activity a where a.kind = 'quiz' and quiz_length(a.id, a.settings) <> 8`)).toBe(0);
    expect(await count('quiz_pool')).toBe(18);
  });
  it('has an exit survey that leavers have answered, in groups of five', async () => {
    const answered = `attempt t join activity a on a.id = t.activity_id where a.kind = 'survey' and t.state = 'done'`;
    const shown = Number(await count('survey_anonymous_answer'));
    expect(shown).toBeGreaterThan(10);
    expect(shown % 5).toBe(0);
    expect(shown + Number(await count('survey_waiting'))).toBe(await count(answered));
  });
  it('names its accounts, whose password works', async () => {
    const file = path.join(io.dataDir, 'demo-accounts.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const accounts = JSON.parse(await readFile(file, 'utf8')) as { signInName: string; password: string }[];
    expect(accounts).toHaveLength(11);
    for (const { signInName, password } of accounts) {
      const [row] = await db.sql<{ hash: string; demo: boolean }>(
        'select w.hash, w.demo from sign_in_name n join password w on w.person_id = n.person_id where n.name = $1',
        [signInName],
      );
      expect(row?.demo).toBe(true);
      expect(await verify(row?.hash ?? '', password)).toBe(true);
    }
    await rm(file);
    io.printed.length = 0;
    await demoAccounts(io, { json: true });
    expect(io.printed[0]).toContain('"administrator"');
  });
  it('is made once', async () => {
    await expect(seedDemo(io.configuration(), {}, io.progress)).rejects.toThrow('has people already');
    await prepare(io);
    expect(await count('person')).toBe(1800);
  });
});
