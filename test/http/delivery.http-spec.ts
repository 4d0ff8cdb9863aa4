import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type { CommitEntry, CommitResult, CourseOutline, Launch, OpenedActivity, PersonRecord } from '@lms/contracts';
import { hashOfBodyText } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from './test-app.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const AT = '2026-11-23T09:00:00Z';

describe('taking a course', () => {
  let t: TestApp;
  let courseId: string;
  let scormId: string;
  let pdfId: string;
  let videoId: string;
  let learner: string;
  let client: Client;
  const pdfSha = sha256('a document');

  beforeAll(async () => {
    t = await testApp();
    const stored = await t.app.get(Storage).put(Readable.from(['<h1>Lesson</h1>']));
    const packageId = uuid();
    await t.db.sql(
      `insert into content_package (id, standard, edition, title, source_sha256, scos, total_size, created_at) values ($1, 'scorm12', '1.2', 'P', 'x', $2, 10, $3)`,
      [
        packageId,
        JSON.stringify([
          {
            identifier: 'ITEM-1',
            title: 'One',
            href: 'index.html',
            scormType: 'sco',
            masteryScore: null,
            dataFromLms: null,
          },
        ]),
        AT,
      ],
    );
    await t.db.sql(
      `insert into package_file (package_id, path, sha256, size, media_type) values ($1, 'index.html', $2, $3, 'text/html')`,
      [packageId, stored.sha256, stored.size],
    );
    courseId = await t.make.course({ title: 'Temporary traffic management' });
    const version = await t.make.courseVersion({ courseId, validityMonths: 24 });
    const activity = async (position: number, kind: string, extra: Record<string, unknown>) => {
      const row: Record<string, unknown> = {
        id: uuid(),
        course_version_id: version,
        lineage_id: uuid(),
        position,
        kind,
        title: kind,
        ...extra,
      };
      const keys = Object.keys(row);
      await t.db.sql(
        `insert into activity (${keys.join(', ')}) values (${keys.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(row),
      );
      return String(row['id']);
    };
    scormId = await activity(1, 'scorm12', {
      package_id: packageId,
      completion_rule: JSON.stringify({ kind: 'completed-or-passed' }),
    });
    videoId = await activity(2, 'video', {
      file_sha256: sha256('film'),
      file_name: 'film.mp4',
      file_size: 4,
      media_type: 'video/mp4',
      seconds: 100,
      no_speech: true,
    });
    pdfId = await activity(3, 'document', {
      file_sha256: pdfSha,
      file_name: 'a.pdf',
      file_size: 10,
      media_type: 'application/pdf',
      pages: 1,
    });
    await t.make.publish(version);
    learner = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
    await t.make.engagement({ personId: learner, organisationId: await t.make.organisation() });
    await assign(learner);
    client = await t.as(learner);
  });
  afterAll(() => t.stop());

  const assign = (person: string) =>
    t.db.sql(
      `insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, $4, '2030-01-01')`,
      [uuid(), person, courseId, AT],
    );
  const open = async (who: Client, id: string) => (await who.post(`/my/activities/${id}/open`)).json<OpenedActivity>();
  const launch = async (who: Client, id: string) =>
    (await who.post(`/my/attempts/${(await open(who, id)).attemptId}/launches`)).json<Launch>();
  const commit = (l: Launch, ...entries: Partial<CommitEntry>[]) =>
    t.anonymous.post(
      `/launches/${l.launchId}/commits`,
      { entries: entries.map((e) => ({ at: AT, sco: 'ITEM-1', ...e })) },
      { authorization: `Bearer ${l.commitToken}` },
    );

  it('is not there for somebody it was not given to', async () => {
    const stranger = await t.as(await t.make.person());
    expect((await stranger.get(`/my/courses/${courseId}`)).status).toBe(404);
    expect((await stranger.post(`/my/activities/${scormId}/open`)).status).toBe(404);
    const mine = await open(client, scormId);
    expect((await stranger.post(`/my/attempts/${mine.attemptId}/launches`)).status).toBe(404);
  });

  it('resumes exactly, whatever arrives twice, late, or from a window that was taken over', async () => {
    const first = await launch(client, scormId);
    expect(first.states[0]?.entry).toBe('ab-initio');
    const big = 'x'.repeat(64_000);
    const answer = await commit(first, {
      seq: 2,
      set: { 'cmi.suspend_data': big, 'cmi.core.lesson_location': 'page-4' },
    });
    expect(answer.json<CommitResult>()).toEqual({
      acknowledged: [2],
      superseded: false,
      activityDone: false,
      courseDone: false,
    });
    // Number one comes last and must not undo what number two wrote.
    await commit(first, {
      seq: 1,
      set: { 'cmi.core.lesson_location': 'page-1', 'cmi.core.lesson_status': 'incomplete' },
    });
    // The same again is one; the same number with something else is refused.
    expect(
      (await commit(first, { seq: 2, set: { 'cmi.suspend_data': big, 'cmi.core.lesson_location': 'page-4' } })).status,
    ).toBe(200);
    expect((await commit(first, { seq: 2, set: { 'cmi.core.lesson_location': 'page-9' } })).status).toBe(409);

    const second = await launch(client, scormId);
    expect(second.states[0]).toMatchObject({
      entry: 'resume',
      elements: {
        'cmi.suspend_data': big,
        'cmi.core.lesson_location': 'page-4',
        'cmi.core.lesson_status': 'incomplete',
      },
    });
    const late = (await commit(first, { seq: 3, set: { 'cmi.core.lesson_location': 'page-2' } })).json<CommitResult>();
    expect(late).toMatchObject({ acknowledged: [3], superseded: true, activityDone: false });
    expect((await launch(client, scormId)).states[0]?.elements['cmi.core.lesson_location']).toBe('page-4');
  });

  it('adds the time of each visit once', async () => {
    const visit = await launch(client, scormId);
    await commit(
      visit,
      { seq: 1, set: { 'cmi.core.session_time': '00:01:00.00' } },
      { seq: 2, set: { 'cmi.core.session_time': '00:01:30.50' } },
    );
    expect((await launch(client, scormId)).states[0]?.totalTime).toBe(9050);
  });

  it('takes nothing with another token, and nothing for a launch that was revoked', async () => {
    const [one, two] = [await launch(client, scormId), await launch(client, scormId)];
    expect((await commit({ ...one, commitToken: two.commitToken }, { seq: 1, set: {} })).status).toBe(401);
    expect((await commit({ ...one, commitToken: 'nonsense-nonsense-nonsense' }, { seq: 1, set: {} })).status).toBe(401);
    await t.db.sql('update launch set revoked_at = $2 where id = $1', [two.launchId, AT]);
    expect((await commit(two, { seq: 1, set: { 'cmi.core.lesson_status': 'completed' } })).status).toBe(401);
  });

  it('records a completion that a window reports after it was taken over', async () => {
    const other = await t.make.person();
    await assign(other);
    const them = await t.as(other);
    const old = await launch(them, scormId);
    await launch(them, scormId);
    const late = await commit(old, { seq: 1, set: { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '90' } });
    expect(late.json<CommitResult>()).toMatchObject({ superseded: true, activityDone: true });
  });

  it('counts what was watched, not where the film stopped', async () => {
    const film = await launch(client, videoId);
    const skipped = await commit(film, {
      seq: 1,
      sco: 'main',
      covered: [
        [0, 10],
        [98, 100],
      ],
      position: 100,
    });
    expect(skipped.json<CommitResult>().activityDone).toBe(false);
    const again = await launch(client, videoId);
    expect([again.covered, again.position]).toEqual([
      [
        [0, 10],
        [98, 100],
      ],
      100,
    ]);
    expect(
      (await commit(again, { seq: 1, sco: 'main', covered: [[8, 97]], position: 97 })).json<CommitResult>()
        .activityDone,
    ).toBe(true);
  });

  it('appends to the record in the same transaction as the last activity, once, with a hash that anybody can compute', async () => {
    const scorm = await launch(client, scormId);
    const done = await commit(scorm, {
      seq: 1,
      set: { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '92.5' },
    });
    expect(done.json<CommitResult>()).toMatchObject({ activityDone: true, courseDone: false });

    const pdf = await open(client, pdfId);
    const wrong = await client.post(`/my/attempts/${pdf.attemptId}/acknowledge`, {
      sha256: sha256('another'),
      name: 'Aisha Karim',
    });
    expect([wrong.status, wrong.json<{ code: string }>().code]).toEqual([409, 'document-changed']);
    const acknowledge = () =>
      client.post(`/my/attempts/${pdf.attemptId}/acknowledge`, { sha256: pdfSha, name: 'Aisha Karim' });
    expect((await acknowledge()).json<CommitResult>()).toMatchObject({ activityDone: true, courseDone: true });
    await acknowledge();

    const rows = await t.db.sql<{ body: string; hash: Buffer; state: string }>(
      `select l.body, l.hash, a.state from ledger_entry l join assignment a using (person_id, course_id) where l.person_id = $1`,
      [learner],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.state).toBe('closed');
    expect(rows[0]?.hash.toString('hex')).toBe(hashOfBodyText(rows[0]?.body ?? '', sha256));
    const record = (await client.get('/my/record')).json<PersonRecord>();
    expect(record.courses[0]).toMatchObject({ standing: 'valid', title: 'Temporary traffic management' });
    expect(record.completions).toHaveLength(1);
    const outline = (await client.get(`/my/courses/${courseId}`)).json<CourseOutline>();
    expect(outline.activities.map((a) => a.state)).toEqual(['done', 'done', 'done']);
  });

  it('cannot be altered or taken away by the product itself', async () => {
    const dataSource = await t.db.dataSource([]);
    for (const statement of [
      `update ledger_entry set completed_on = '2020-01-01'`,
      'delete from ledger_entry',
      'truncate ledger_entry cascade',
      'delete from commit_log',
      `update row_history set row = '{}'`,
      'delete from audit_event',
      'drop table ledger_entry',
    ]) {
      await expect(dataSource.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('puts concurrent completions of one person in order', async () => {
    const person = await t.make.person();
    const courses = await Promise.all(Array.from({ length: 12 }, () => t.make.course()));
    await Promise.all(
      courses.map(async (course) => {
        const version = await t.make.courseVersion({ courseId: course });
        await t.db.sql(
          `select append_completion($1, $2, $3, '2026-11-20', null, 'manual', $4, '{"note":"seen"}', $5)`,
          [person, course, version, uuid(), AT],
        );
      }),
    );
    const chain = await t.db.sql<{ seq: number; linked: boolean }>(
      `select seq, prev_hash = lag(hash) over (order by seq) or seq = 1 as linked from ledger_entry where person_id = $1 order by seq`,
      [person],
    );
    expect(chain.map((e) => e.seq)).toEqual(courses.map((_, i) => i + 1));
    expect(chain.every((e) => e.linked)).toBe(true);
  });

  describe('on its own host', () => {
    const at = (origin: string) => ({ host: new URL(origin).host });

    it('gives files to the right token on the right host only', async () => {
      const a = await open(client, scormId);
      const origin = a.contentOrigin ?? '';
      const renewed = await t.anonymous.get(`/__waymark/renew?t=${a.contentToken}`, at(origin));
      expect(renewed.status).toBe(204);
      expect(String(renewed.headers['set-cookie'])).toMatch(
        /^__Host-content=[^;]+;.*HttpOnly; Secure; SameSite=Strict/,
      );
      const cookie = String(renewed.headers['set-cookie']).split(';')[0] ?? '';
      const get = (path: string, headers: Record<string, string>) =>
        t.app.inject({ method: 'GET', url: path, headers });
      const page = await get('/index.html', { ...at(origin), cookie });
      expect([page.statusCode, page.body]).toEqual([200, '<h1>Lesson</h1>']);
      expect(page.headers['content-security-policy']).toContain('sandbox allow-scripts');
      expect(page.headers['x-content-type-options']).toBe('nosniff');
      expect(page.headers['set-cookie']).toBeUndefined();
      expect((await get('/index.html', at(origin))).statusCode).toBe(401);
      expect(
        (
          await get('/index.html', {
            host: 'c-00000000000000000000000000000000.waymark.localhost:3000',
            cookie: `__Host-content=${a.contentToken}`,
          })
        ).statusCode,
      ).toBe(401);
      expect((await get('/other.html', { ...at(origin), cookie: `__Host-content=${a.contentToken}` })).statusCode).toBe(
        404,
      );
      expect(
        (
          await get('/index.html', {
            ...at(origin),
            cookie: `__Host-content=${a.contentToken}`,
            'service-worker': 'script',
          })
        ).statusCode,
      ).toBe(403);
    });

    it('does not answer for the app, nor the app for it', async () => {
      const a = await open(client, scormId);
      const host = new URL(a.contentOrigin ?? '').host;
      expect(
        (await t.app.inject({ method: 'GET', url: '/api/v1/privacy-notice', headers: { host } })).statusCode,
      ).not.toBe(200);
      expect(
        (
          await t.app.inject({
            method: 'GET',
            url: '/__content/__waymark/frame',
            headers: { host: 'waymark.localhost:3000' },
          })
        ).statusCode,
      ).toBe(404);
    });
  });
});
