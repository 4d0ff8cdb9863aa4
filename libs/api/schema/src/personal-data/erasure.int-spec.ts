import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@lms/testing';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { PERSONAL } from './catalogue.js';
import { everything, type Everything } from './everything.test.js';
import { AT, SHA, TODAY, TRACES } from './everything/traces.test.js';

describe('the erasure of a person of whom every table knows something', () => {
  let db: TestDatabase;
  let app: Client;
  let all: Everything;
  let people: string[];

  const counts = () =>
    db.sql<{ relation: string; removed: string; cleared: string; kept: string }>(
      'select relation, removed, cleared, kept from erasure_counts($1)',
      [people],
    );
  /** Every row of every table as text, and what the queues hold. */
  const found = async (word: string) => {
    const tables = await db.sql<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'pgboss') and c.relkind = 'r' order by 1`,
    );
    const rows = await db.sql<{ at: string }>(
      tables
        .map(({ name }) => `select '${name}: ' || left(x::text, 300) as at from ${name} x where x::text ilike $1`)
        .join(' union all '),
      [`%${word}%`],
    );
    return rows.map(({ at }) => at);
  };
  /** What totals and dashboards count. */
  const totals = () =>
    db.sql(`
      select 'standing', o.id::text, s.course_id::text, count(*), count(*) filter (where s.ever_completed), max(s.valid_until)::text
        from standing_dates s join engagement e on e.person_id = s.person_id join organisation o on o.id = e.organisation_id group by 2, 3
      union all select 'completions', l.course_id::text, l.kind, count(*), null, null from ledger_entry l group by 2, 3
      union all select 'attempts', a.activity_id::text, a.state, count(*), null, null from attempt a group by 2, 3
      union all select 'quizzes', '', '', count(*), count(*) filter (where passed), sum(score)::text from quiz_run
      union all select 'questions', '', '', count(*), count(*) filter (where was_right), null from quiz_mark
      union all select 'evidence', state, '', count(*), null, null from evidence_submission group by 2
      union all select 'signed', '', '', count(*), count(*) filter (where passed), null from practical_sign_off
      union all select 'owed', state, '', count(*), null, null from assignment group by 2
      union all select 'people', e.organisation_id::text, e.employment_group, count(*), null, null from engagement e group by 2, 3
      union all select 'certificates', '', '', count(*), null, string_agg(code, ',' order by code) from certificate
      order by 1, 2, 3`);
  const chain = () => db.sql('select * from ledger_entry order by person_id, seq');
  const propose = async (given: { override?: string; by?: string } = {}) => {
    const id = uuid();
    await db.sql(
      `insert into erasure (id, person_id, ground, reason, override, digest, counts, proposed_by, proposed_at)
       values ($1, $2, 'asked', $3, $4, erasure_digest($5), '[]', $6, $7)`,
      [id, all.person, TRACES.at(-1), given.override ?? '', people, given.by ?? all.team[0], AT],
    );
    return id;
  };
  const apply = (id: string, by = all.team[1]) =>
    app.query('select apply_erasure($1, $2, $3, $4)', [id, by, TODAY, AT]);

  beforeAll(async () => {
    db = await testDatabase();
    all = await everything(db);
    people = [all.person, all.alias];
    app = new Client({ connectionString: db.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await db.stop();
  });

  it('knows them in every table that can hold something of a person', async () => {
    const empty = (await counts()).filter(({ removed, kept }) => Number(removed) + Number(kept) === 0);
    // It comes with the proposal.
    expect(empty.map(({ relation }) => relation)).toEqual(['erasure']);
    const unproved = (await counts()).filter(
      ({ relation, cleared }) =>
        Number(cleared) === 0 &&
        typeof PERSONAL.find(({ table }) => table === relation)?.erasure === 'object' &&
        relation !== 'launch',
    );
    expect(unproved.map(({ relation }) => relation)).toEqual(['erasure']);
    for (const word of TRACES) expect([word, (await found(word)).length > 0]).toEqual([word, true]);
  });

  it('tells the whole of it in a download, and no secret', async () => {
    const parts = await db.sql<{ relation: string }>('select relation from person_data_parts()');
    const told: unknown[] = [];
    for (const { relation } of parts) {
      const rows = await db.sql('select person_data($1, $2) as row', [relation, people]);
      if (relation !== 'erasure') expect([relation, rows.length > 0]).toEqual([relation, true]);
      told.push(...rows);
    }
    const text = JSON.stringify(told);
    for (const word of TRACES.slice(0, 9)) expect(text.toLowerCase()).toContain(word.toLowerCase());
    expect(text).not.toContain('owen@home.test');
    expect(text).not.toContain('\\x61');
  });

  it('is the same erasure on another day, whatever was worked out anew meanwhile', async () => {
    const digest = async () => (await db.sql<{ is: string }>('select erasure_digest($1) as is', [people]))[0]?.is;
    const before = await digest();
    await db.sql('begin');
    await db.sql('update standing_day x set on_day = on_day + 1 where x.person_id = any ($1)', [people]);
    for (const table of ['standing_touched', 'rule_person', 'duplicate_look'])
      expect(await db.sql(`delete from ${table} where person_id = any ($1) returning 1`, [people])).not.toEqual([]);
    expect(await digest()).toBe(before);
    await db.sql(`update engagement set job_role = 'Banksman' where person_id = any ($1)`, [people]);
    expect(await digest()).not.toBe(before);
    await db.sql('rollback');
  });

  it('loses what a period says is over, unless it is held, also while facts are append-only', async () => {
    const counted = async (kind: string): Promise<number> =>
      (await app.query<{ n: number }>('select clear_by_retention($1, 100, $2, $3) as n', [kind, TODAY, AT])).rows[0]
        ?.n ?? -1;
    const all3 = async () => [await counted('runtime-logs'), await counted('mails'), await counted('evidence-files')];
    await app.query('begin');
    expect(await all3()).toEqual([0, 0, 0]);
    await app.query(
      `insert into retention_setting (id, kind, period, changed_at) select gen_random_uuid(), k, 1, $1 from unnest(array['runtime-logs', 'mails', 'evidence-files']) k`,
      [AT],
    );
    expect(await all3()).toEqual([0, 0, 0]);
    await app.query(`update mail set created_at = '2026-05-01T09:00:00Z', state = 'kept'`);
    await app.query(`update evidence_submission set expires_on = '2026-05-01'`);
    expect(await all3()).toEqual([0, 3, 0]);
    await app.query(`update evidence_submission set expires_on = '2026-04-30'`);
    const held = [uuid(), all.other, all.team[0], AT];
    await app.query(
      `insert into legal_hold (id, person_id, reason, placed_by, placed_at) values ($1, $2, 'x', $3, $4)`,
      held,
    );
    // The crew's file proves something for somebody who is held.
    expect(await all3()).toEqual([0, 0, 1]);
    await app.query(`update legal_hold set ended_by = placed_by, ended_at = placed_at`);
    expect(await all3()).toEqual([0, 0, 1]);
    const late = await app.query<{ n: number }>('select clear_by_retention($1, 100, $2, $3) as n', [
      'runtime-logs',
      TODAY,
      '2026-07-02T09:00:00Z',
    ]);
    expect(late.rows).toEqual([{ n: 1 }]);
    await app.query('rollback');
    await expect(app.query('delete from runtime_log')).rejects.toThrow('permission denied');
  });

  it('is refused while something stands in its way, to one person alone, and when facts have changed', async () => {
    const refused = async (id: string, message: string, by?: string) => {
      await app.query('begin');
      await expect(apply(id, by)).rejects.toThrow(message);
      await app.query('rollback');
    };
    const id = await propose();
    await refused(id, 'own', all.team[0]);
    await refused(id, 'own', all.person);
    const hold = uuid();
    await db.sql(
      `insert into legal_hold (id, person_id, reason, placed_by, placed_at, until_on) values ($1, $2, 'Claim', $3, $4, $5)`,
      [hold, all.person, all.team[0], AT, TODAY],
    );
    await refused(id, 'held');
    await db.sql('update legal_hold set ended_by = placed_by, ended_at = placed_at where id = $1', [hold]);
    await db.sql(`insert into retention_setting (id, kind, period, changed_at) values ($1, 'leavers', 20, $2)`, [
      uuid(),
      AT,
    ]);
    await refused(id, 'too-soon');
    await db.sql('delete from retention_setting');
    await db.sql(`update engagement set ends_on = $2 where person_id = $1`, [all.person, TODAY]);
    await refused(id, 'engaged');
    await db.sql(`update engagement set ends_on = '2019-01-31' where person_id = $1`, [all.person]);
    await db.sql(`update role_grant set ends_on = null where person_id = $1`, [all.person]);
    await refused(id, 'powers');
    await db.sql(`update role_grant set ends_on = '2018-12-31' where person_id = $1`, [all.person]);
    await db.sql(`update attempt set percent = 7 where person_id = $1`, [all.person]);
    await refused(id, 'changed');
    await db.sql(
      `update erasure set state = 'withdrawn', decided_by = proposed_by, decided_at = proposed_at where id = $1`,
      [id],
    );
  });

  it('leaves no word of them anywhere, every total, and the chain to the byte', async () => {
    const [before, entries] = [await totals(), await chain()];
    const owens = await db.sql(`select * from evidence_submission where person_id = $1`, [all.other]);
    const id = await propose({ override: TRACES.at(-1) ?? '' });
    await apply(id);
    for (const word of TRACES)
      expect([word, (await found(word)).filter((row) => !row.includes('Zebra'))]).toEqual([word, []]);
    expect(await totals()).toEqual(before);
    expect(await chain()).toEqual(entries);
    expect(await db.sql(`select * from evidence_submission where person_id = $1`, [all.other])).toEqual(owens);
    const persons = await db.sql(
      'select given_name, family_name, contact_email, erased_at is not null as erased from person where id = any ($1)',
      [people],
    );
    const erased = { given_name: 'Erased', family_name: 'person', contact_email: null, erased: true };
    expect(persons).toEqual([erased, erased]);
    expect(await db.sql('select state, files, reason from erasure where id = $1', [id])).toEqual([
      { state: 'applied', files: [SHA.zip, SHA.evidence, SHA.photo], reason: '' },
    ]);
    const [request] = await db.sql<{ lines: string[] }>(
      `select chosen -> 'lines' as lines from assignment_request where chosen ? 'lines'`,
    );
    const whys = await db.sql<{ why: string }>('select why from assignment_request order by why');
    expect(whys.map(({ why }) => why)).toEqual(['', 'For Erased person, Zebra crossings']);
    expect(request?.lines).toEqual(['owen@home.test']);
    expect((await counts()).filter(({ removed, cleared }) => Number(removed) + Number(cleared) > 0)).toEqual([]);
    await expect(apply(id)).rejects.toThrow('decided');
  });

  it('leaves an entry that is nobody: not found by number or address', async () => {
    const [row] = await db.sql<{ id: string | null }>(
      `select who_is_this($1, 'zq-4711', 'zeb@home.test', '07700 900777', 'Zebedee Quillfeather') as id`,
      [all.organisation],
    );
    expect(row?.id).toBeNull();
    const differing = await db.sql(
      `(table standing_dates except table standing_dates_now) union all (table standing_dates_now except table standing_dates)`,
    );
    expect(differing).toEqual([]);
  });
});
