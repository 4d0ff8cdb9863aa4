import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonRecord, RecordAsOf } from '@lms/contracts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { v7 as uuid } from 'uuid';
import { type Client, PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';

/**
 * Aisha worked for Kestrel until June 2025, and works for Dunmarsh since July 2025 and for Tollbar since 2026. Dunmarsh
 * asks for two courses, Tollbar for one of them earlier and for a third.
 */
describe('a record, and who sees what of it', () => {
  let t: TestApp;
  let aisha: string;
  let readers: Record<'own' | 'team' | 'dunmarsh' | 'above' | 'manager' | 'tollbar' | 'kestrel', Client>;
  let courses: Record<'traffic' | 'plant' | 'electric' | 'wish' | 'old', string>;
  const engagements: Record<string, string> = {};

  beforeAll(async () => {
    t = await testApp();
    aisha = await t.make.person({ givenName: 'Aisha', familyName: '=cmd()' });
    const [boss, manager] = [await t.make.person(), await t.make.person()];
    const top = await t.make.organisation({ name: 'Costain', kind: 'partner' });
    const dunmarsh = await t.make.organisation({ name: 'Dunmarsh', parentId: undefined, sponsorId: top });
    const below = await t.make.organisation({ name: 'Larkstone', parentId: dunmarsh });
    const tollbar = await t.make.organisation({ name: 'Tollbar' });
    const kestrel = await t.make.organisation({ name: 'Kestrel' });
    await t.make.engagement({ personId: manager, organisationId: below, lineManagerId: boss });
    engagements['kestrel'] = await t.make.engagement({
      personId: aisha,
      organisationId: kestrel,
      startsOn: '2024-01-08',
      endsOn: '2025-06-30',
    });
    engagements['dunmarsh'] = await t.make.engagement({
      personId: aisha,
      organisationId: below,
      startsOn: '2025-07-01',
      lineManagerId: manager,
    });
    engagements['tollbar'] = await t.make.engagement({
      personId: aisha,
      organisationId: tollbar,
      startsOn: '2026-01-05',
    });
    const coordinator = async (organisationId: string) => {
      const id = await t.make.person();
      await t.make.grant({ personId: id, role: 'coordinator', organisationId });
      return t.as(id);
    };
    const adviser = await t.make.person();
    await t.make.grant({ personId: adviser, role: 'people-team' });
    readers = {
      own: await t.as(aisha),
      team: await t.as(adviser),
      dunmarsh: await coordinator(dunmarsh),
      above: await t.as(boss),
      manager: await t.as(manager),
      tollbar: await coordinator(tollbar),
      kestrel: await coordinator(kestrel),
    };
    courses = {
      old: await t.make.course({ code: 'OLD', title: 'From before' }),
      traffic: await t.make.course({ code: 'TTM', title: 'Traffic' }),
      plant: await t.make.course({ code: 'PPI', title: 'Plant' }),
      electric: await t.make.course({ code: 'ELE', title: 'Electric' }),
      wish: await t.make.course({ code: 'WSH', title: 'Own wish' }),
    };
    await complete('plant', '2024-05-02', '2024-05-02T09:00:00Z', '2027-05-01');
    await complete('electric', '2025-10-01', '2025-10-01T09:00:00Z', null);
    await complete('wish', '2025-09-01', '2025-09-01T09:00:00Z', null);
    await ask('traffic', '2025-07-02', { dunmarsh: '2027-03-01', tollbar: '2027-01-15' });
    await ask('plant', '2025-07-02', { dunmarsh: '2025-09-01' });
    await ask('electric', '2026-01-06', { tollbar: '2026-02-01' });
    await ask('wish', '2025-08-01', {});
  });
  afterAll(() => t.stop());

  async function ask(course: keyof typeof courses, since: string, due: Record<string, string>) {
    const id = uuid();
    const first = Object.values(due).toSorted()[0];
    await t.db.sql(
      `with c as (select set_config('lms.known_at', $4, true))
       insert into assignment (id, person_id, course_id, created_at, due_on, state, closed_on, closed_why)
       select $1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::date, case when d.done then 'closed' else 'open' end,
         case when d.done then $6::date end, case when d.done then 'already-valid' end
       from c, (select exists (select from ledger_entry where person_id = $2 and course_id = $3) as done) d`,
      [id, aisha, courses[course], `${since}T09:00:00Z`, first, since],
    );
    for (const [employer, on] of Object.entries(due)) {
      const reason = uuid();
      await t.db.sql(
        `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, 'w', '{}', 'given', $3, $4)`,
        [reason, courses[course], aisha, `${since}T09:00:00Z`],
      );
      await t.db.sql(
        `insert into assignment_reason (id, assignment_id, kind, engagement_id, request_id, due_on, since) values ($1, $2, 'person', $3, $1, $4, $5)`,
        [reason, id, engagements[employer], on, `${since}T09:00:00Z`],
      );
    }
  }
  async function complete(course: keyof typeof courses, on: string, at: string, validUntil: string | null) {
    const [found] = await t.db.sql<{ id: string }>('select id from course_version where course_id = $1', [
      courses[course],
    ]);
    const version = found?.id ?? (await t.make.courseVersion({ courseId: courses[course], state: 'published' }));
    const [row] = await t.db.sql<{ seq: number }>(
      `with c as (select set_config('lms.known_at', $8, true))
       select append_completion($1, $2, $3, $4, $5, 'manual', $6, $7, $8::timestamptz) as seq from c`,
      [
        aisha,
        courses[course],
        version,
        on,
        validUntil,
        uuid(),
        JSON.stringify({ score: 91, note: 'Well done', recordedBy: aisha }),
        at,
      ],
    );
    return row?.seq ?? 0;
  }
  const read = async (who: keyof typeof readers) =>
    (await readers[who].get(who === 'own' ? '/my/record' : `/people/${aisha}/record`)).json<PersonRecord>();
  const seen = async (who: keyof typeof readers) =>
    (await read(who)).courses.map(({ code, standing, dueOn }) => `${code} ${standing} ${dueOn}`);

  it('is whole for the person and the People Team', async () => {
    for (const who of ['own', 'team'] as const) {
      expect(await seen(who)).toEqual([
        'ELE valid null',
        'WSH valid null',
        'PPI valid null',
        'TTM not started 2027-01-15',
      ]);
      const { whole, completions } = await read(who);
      expect(whole).toBe(true);
      expect(completions.map(({ title, score, note }) => [title, score, note])).toEqual([
        ['Electric', 91, 'Well done'],
        ['Own wish', 91, 'Well done'],
        ['Plant', 91, 'Well done'],
      ]);
    }
  });

  it('shows an employer the courses that it asks for, with its own dates', async () => {
    for (const who of ['dunmarsh', 'above', 'manager'] as const) {
      expect(await seen(who)).toEqual(['PPI valid null', 'TTM not started 2027-03-01']);
      expect(await read(who)).toMatchObject({ whole: false, organisationName: 'Larkstone' });
    }
    expect(await seen('tollbar')).toEqual(['ELE valid null', 'TTM not started 2027-01-15']);
    expect(await read('tollbar')).toMatchObject({ organisationName: 'Tollbar' });
  });

  it('hides what lies behind a fact of another time, and not that it counts', async () => {
    const hidden = { source: null, score: null, note: null, recordedByName: null, recordedAt: null, hash: null };
    const [plant, ...others] = (await read('dunmarsh')).completions;
    expect(others).toEqual([]);
    expect(plant).toMatchObject({ title: 'Plant', completedOn: '2024-05-02', validUntil: '2027-05-01', ...hidden });
    expect((await read('tollbar')).completions).toMatchObject([{ title: 'Electric', ...hidden }]);
    const seq = await complete('traffic', '2026-03-02', '2026-03-02T09:00:00Z', '2028-03-01');
    for (const who of ['dunmarsh', 'tollbar'] as const)
      expect((await read(who)).completions[0]).toMatchObject({ title: 'Traffic', source: 'manual', score: 91 });
    expect((await readers.dunmarsh.get(`/people/${aisha}/completions/${seq}/certificate`)).status).toBe(200);
    expect((await readers.dunmarsh.get(`/people/${aisha}/completions/2/certificate`)).status).toBe(404);
  });

  it('is closed to a past employer, and the chain to every employer', async () => {
    expect((await readers.kestrel.get(`/people/${aisha}/record`)).status).toBe(404);
    expect((await readers.kestrel.get(`/people/${aisha}/record/as-of?at=2025-01-01T09:00`)).status).toBe(404);
    expect((await readers.dunmarsh.get(`/people/${aisha}/record.json`)).status).toBe(404);
    expect((await readers.team.get(`/people/${aisha}/record.json`)).status).toBe(200);
  });

  it('tells how things stood: as known then, and as known now', async () => {
    const asOf = async (who: keyof typeof readers, at: string, known: string) =>
      (await readers[who].get(`${who === 'own' ? '/my' : `/people/${aisha}`}/record/as-of?at=${at}&known=${known}`))
        .json<RecordAsOf>()
        .courses.map(({ code, standing }) => `${code} ${standing}`);
    expect(await asOf('own', '2026-03-01T09:00', 'then')).toEqual([
      'ELE valid',
      'WSH valid',
      'PPI valid',
      'TTM not started',
    ]);
    expect(await asOf('own', '2026-03-02T08:59', 'then')).toContain('TTM not started');
    expect(await asOf('own', '2026-03-02T09:00', 'then')).toContain('TTM valid');
    expect(await asOf('own', '2024-06-01T09:00', 'then')).toEqual(['PPI valid']);
    const seq = await complete('traffic', '2026-03-01', '2026-04-01T09:00:00Z', '2028-02-29');
    expect(await asOf('own', '2026-03-01T09:00', 'then')).toContain('TTM not started');
    expect(await asOf('own', '2026-03-01T09:00', 'now')).toContain('TTM valid');
    await t.db.sql(`select revoke_completion($1, $2, 'wrong-date', '{}', $3)`, [aisha, seq, new Date()]);
    expect(await asOf('own', '2026-03-01T09:00', 'now')).toContain('TTM not started');
    expect(await asOf('dunmarsh', '2026-03-01T09:00', 'then')).toEqual(['PPI valid', 'TTM not started']);
    expect(await asOf('dunmarsh', '2025-06-01T09:00', 'then')).toEqual([]);
    for (const at of ['2999-01-01T09:00', '2026-02-30T09:00', '2026-02-01', 'x'])
      expect([400, 422]).toContain((await readers.own.get(`/my/record/as-of?at=${at}`)).status);
  });

  it('says what was asked, so that there is a why', async () => {
    await complete('old', '2025-09-01', '2025-09-01T09:00:00Z', null);
    const asked = (await read('own')).courses.map(({ code, asked }) => `${code} ${asked}`);
    expect(asked.toSorted()).toEqual(['ELE true', 'OLD false', 'PPI true', 'TTM true', 'WSH true']);
  });

  it('is taken away for a spreadsheet, where nothing runs', async () => {
    await t.db.sql(`update course set title = '=HYPERLINK("x")' where id = $1`, [courses.wish]);
    const csv = (await readers.own.get('/my/record.csv')).body;
    expect(csv.startsWith('\uFEFF"Course code","Course"')).toBe(true);
    expect(csv).toContain(`"WSH","'=HYPERLINK(""x"")","Valid"`);
    expect(csv).toContain('"Taken back on"');
    expect((await readers.dunmarsh.get(`/people/${aisha}/record.csv`)).body).not.toContain('ELE');
  });

  it('is taken away as a tagged PDF of as many pages as it needs', async () => {
    for (let n = 0; n < 40; n += 1)
      await complete('wish', '2026-01-01', `2026-01-01T09:00:${String(n).padStart(2, '0')}Z`, null);
    const name = `u${aisha.replaceAll('-', '')}`;
    const { accessToken } = (await t.anonymous.post('/auth/token', { name, password: PASSWORD })).json<{
      accessToken: string;
    }>();
    const answer = await t.app.inject({
      url: '/api/v1/my/record.pdf',
      headers: { host: 'waymark.localhost:3000', authorization: `Bearer ${accessToken}` },
    });
    const document = await getDocument({ data: new Uint8Array(answer.rawPayload), verbosity: 0 }).promise;
    expect(document.numPages).toBeGreaterThan(1);
    expect((await document.getMetadata()).info).toMatchObject({
      Title: 'Learning record of Aisha =cmd()',
      Language: 'en-GB',
    });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const tag of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${tag}"`);
    await document.loadingTask.destroy();
  });
});
