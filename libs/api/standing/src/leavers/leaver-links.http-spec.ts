import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LeaverLink, LeaverRecord } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { SendLeaverLinks } from './send-leaver-links.js';

describe('the link of somebody who has left', () => {
  let t: TestApp;
  let organisationId: string;
  const ids = { team: '', auditor: '', leaver: '', half: '' };

  const as = async (name: string) => {
    const { accessToken } = (await t.anonymous.post('/auth/token', { name, password: PASSWORD })).json<{
      accessToken: string;
    }>();
    const headers = { authorization: `Bearer ${accessToken}` };
    return {
      get: (url: string) => t.anonymous.get(url, headers),
      post: (url: string) => t.anonymous.post(url, undefined, headers),
      delete: (url: string) => t.anonymous.delete(url, headers),
    };
  };
  /** What the worker does, and the tokens that have been mailed to somebody so far, the newest first. */
  const mailed = async (personId: string) => {
    await t.app.get(SendLeaverLinks).everybody();
    const mails = await t.db.sql<{ to: string; token: string }>(
      `select recipient as "to", substring(text_body from '/leaver#([A-Za-z0-9_-]+)') as token from mail
       where person_id = $1 and subject like 'Your training record%' order by created_at desc, id desc`,
      [personId],
    );
    return mails;
  };
  const look = (token: string) => t.anonymous.post('/leaver-links/look', { token });

  beforeAll(async () => {
    t = await testApp({ WAYMARK_TEST_CLOCK: '1' });
    await t.goTo('2027-04-01');
    organisationId = await t.make.organisation();
    for (const name of Object.keys(ids) as (keyof typeof ids)[]) {
      ids[name] = await t.make.person({ givenName: name, contactEmail: `${name}@example.org` });
      await t.account(ids[name], name);
    }
    await t.make.engagement({ personId: ids.team, organisationId });
    await t.make.engagement({ personId: ids.auditor, organisationId });
    await t.make.grant({ personId: ids.team, role: 'people-team' });
    await t.make.grant({ personId: ids.auditor, role: 'auditor' });
    const path = uuid();
    const version = uuid();
    await t.db.sql(
      `insert into learning_path (id, version, code, title, kind, summary, created_at) values ($1, 1, 'LEAVE', 'Leaving', 'offboarding', '', '2026-01-05')`,
      [path],
    );
    await t.db.sql(
      `insert into path_version (id, path_id, number, version, state, audience, sequential, open_days, created_by, created_at)
       values ($1, $2, 1, 1, 'draft', '{"organisationKinds": [], "employmentGroups": []}', false, 7, $3, '2026-01-05')`,
      [version, path, ids.team],
    );
    for (const personId of [ids.leaver, ids.half]) {
      const engagementId = await t.make.engagement({ personId, organisationId, endsOn: '2027-04-30' });
      await t.db.sql(
        `insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at, grace_days)
         values ($1, $2, $3, $4, $5, '2027-04-30', '2027-04-09', '2027-04-01', '2027-04-01', 0)`,
        [uuid(), personId, engagementId, path, version],
      );
    }
    await t.make.engagement({ personId: ids.half, organisationId });
    const course = await t.make.course({ title: 'Induction' });
    await t.make.publish(await t.make.courseVersion({ courseId: course, validityMonths: 24 }));
    await t.db.sql(
      `select append_completion($1, $2, (select id from course_version where course_id = $2), '2027-02-01', '2029-01-31', 'import', $3, '{}', '2027-02-01T09:00:00Z')`,
      [ids.leaver, course, uuid()],
    );
  });
  afterAll(() => t.stop());

  it('goes out once, on the day after the last one, to the person’s own address, and to nobody who still works', async () => {
    await t.goTo('2027-04-30');
    expect(await mailed(ids.leaver)).toEqual([]);
    await t.goTo('2027-05-01');
    expect(await mailed(ids.leaver)).toMatchObject([{ to: 'leaver@example.org' }]);
    expect(await mailed(ids.leaver)).toHaveLength(1);
    expect(await mailed(ids.half)).toEqual([]);
  });

  it('shows their record without sign-in, for 30 days, and nothing else', async () => {
    const token = (await mailed(ids.leaver))[0]?.token ?? '';
    const shown = await look(token);
    expect([shown.status, shown.json<LeaverRecord>()]).toEqual([
      200,
      { name: expect.stringContaining('leaver'), lastDay: '2027-04-30', endsOn: '2027-05-30', completions: 1 },
    ]);
    const pdf = await t.anonymous.post('/leaver-links/record.pdf', { token });
    expect([pdf.status, pdf.headers['content-type'], pdf.body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    const csv = await t.anonymous.post('/leaver-links/record.csv', { token });
    expect(csv.body).toContain('Induction');
    // It is no sign-in.
    expect((await t.anonymous.get('/my/record', { authorization: `Bearer ${token}` })).status).toBe(401);
    expect([(await look('x'.repeat(43))).status, (await look('short')).status]).toEqual([404, 400]);
    expect((await t.db.sql('select from leaver_link where hash = convert_to($1, $2)', [token, 'UTF8'])).length).toBe(0);
    await t.goTo('2027-05-30');
    expect((await look(token)).status).toBe(200);
    await t.goTo('2027-05-31');
    expect((await look(token)).status).toBe(404);
    await t.goTo('2027-05-02');
  });

  it('is ended by the People Team, who can send another one, and by coming back', async () => {
    const token = (await mailed(ids.leaver))[0]?.token ?? '';
    const team = await as('team');
    const at = `/people/${ids.leaver}/leaver-link`;
    expect((await team.get(at)).json<LeaverLink>()).toMatchObject({
      lastDay: '2027-04-30',
      maySend: true,
      link: { sentTo: 'leaver@example.org', endsOn: '2027-05-30', openedAt: expect.any(String), revokedAt: null },
    });
    expect((await (await as('auditor')).delete(at)).status).toBe(403);
    expect([(await team.delete(at)).status, (await team.delete(at)).status]).toEqual([204, 204]);
    expect((await look(token)).status).toBe(404);
    // Nobody sends by themselves what somebody has ended.
    expect(await mailed(ids.leaver)).toHaveLength(1);
    const sent = await team.post(at);
    expect(sent.json<LeaverLink>().link?.revokedAt).toBeNull();
    const [newest] = await mailed(ids.leaver);
    expect((await look(newest!.token)).status).toBe(200);
    expect((await team.post(`/people/${ids.half}/leaver-link`)).status).toBe(422);
    await t.make.engagement({ personId: ids.leaver, organisationId, startsOn: '2027-05-10' });
    expect((await look(newest!.token)).status).toBe(404);
  });

  it('is not for trying tokens', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => look(`${n}`.padStart(43, 'x'))));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
  });
});
