import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type {
  ActivityKind,
  Course,
  CourseOutline,
  Created,
  PreviewedActivity,
  PreviewedQuiz,
  QuizAnswer,
} from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const AT = '2026-01-05T09:00:00Z';
let t: TestApp;
let author: Client;
let authorId: string;
let draft: string;
const ids = new Map<ActivityKind, string>();

beforeAll(async () => {
  t = await testApp();
  authorId = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
  await t.make.grant({ personId: authorId, role: 'author' });
  author = await t.as(authorId);
  const { id } = (await author.post('/courses', { code: 'ALL', title: 'Every kind' })).json<Created>();
  draft = (await author.get(`/courses/${id}`)).json<Course>().versions[0]!.id;
  await addUploads();
  const bankId = await bank();
  const settings = [
    { kind: 'page', html: '<p>Words</p>' },
    { kind: 'link', url: 'https://guidance.example/', statement: 'I have read it.' },
    quiz(bankId),
    {
      kind: 'practical',
      instructions: '',
      items: [{ id: uuid(), text: 'Sets the taper', critical: false }],
      assessors: { trainers: false, lineManagers: true, personIds: [authorId] },
      photos: false,
    },
    { kind: 'evidence', instructions: '', issuers: [], numberNeeded: true, expiry: 'none', fileNeeded: false },
  ] as const;
  for (const one of settings) await add(one.kind, { kind: 'settings', title: one.kind, settings: one });
  await add('in-person', { kind: 'in-person', title: 'Talk' });
});
afterAll(() => t.stop());

async function add(kind: ActivityKind, body: object): Promise<void> {
  ids.set(kind, (await author.post(`/course-versions/${draft}/activities`, body)).json<Created>().id);
}
async function addUploads(): Promise<void> {
  const stored = await t.app.get(Storage).put(Readable.from(['<h1>Lesson</h1>']));
  const packageId = uuid();
  await t.db.sql(
    `insert into content_package (id, standard, edition, title, source_sha256, scos, total_size, created_at)
     values ($1, 'scorm12', '1.2', 'T', 'x', $2, 1, $3)`,
    [
      packageId,
      JSON.stringify([{ identifier: 'A', title: 'A', href: 'index.html', scormType: 'sco', masteryScore: 80 }]),
      AT,
    ],
  );
  await t.db.sql(
    `insert into package_file (package_id, path, sha256, size, media_type) values ($1, 'index.html', $2, $3, 'text/html')`,
    [packageId, stored.sha256, stored.size],
  );
  for (const kind of ['scorm12', 'video', 'document'] as const) {
    const id = uuid();
    await t.db.sql(
      `insert into upload (id, kind, name, size, sha256, state, activity_kind, package_id, media_type, seconds, created_by, created_at)
       values ($1, $2, 'file', 10, $3, 'ready', $4, $5, 'video/mp4', 100, $6, $7)`,
      [
        id,
        kind === 'scorm12' ? 'package' : kind,
        kind.charCodeAt(0).toString(16).repeat(32),
        kind,
        kind === 'scorm12' ? packageId : null,
        authorId,
        AT,
      ],
    );
    await add(kind, { kind: 'upload', uploadId: id, title: kind });
  }
}
async function bank(): Promise<string> {
  const bankId = uuid();
  await t.db.sql(`insert into question_bank (id, title, created_at) values ($1, 'Bank', $2)`, [bankId, AT]);
  for (const [position, right] of [true, false, true].entries()) {
    const id = uuid();
    await t.db.sql('insert into question (id, bank_id, position, changed_at) values ($1, $2, $3, $4)', [
      id,
      bankId,
      position,
      AT,
    ]);
    await t.db.sql(
      `insert into question_revision (id, question_id, number, text, body, created_at) values ($1, $2, 1, $3, $4, $5)`,
      [uuid(), id, right ? 'True?' : 'False?', JSON.stringify({ type: 'true-false', right }), AT],
    );
  }
  return bankId;
}
const quiz = (bankId: string) => ({
  kind: 'quiz' as const,
  instructions: '',
  sections: [{ bankId, tag: null, count: null }],
  shuffleQuestions: true,
  shuffleChoices: true,
  passMark: 60,
  attemptsLimit: 1,
  coolDownMinutes: 0,
  timeLimitMinutes: 5,
  feedback: 'marks',
});

/** How many rows every table has, but those of sessions and limits, which each request may touch. */
async function counts(): Promise<Record<string, number>> {
  const tables = await t.db.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname not in ('session', 'request_limit') order by 1`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await t.db.sql<{ n: number }>(`select count(*)::int as n from ${name}`);
    found[name] = row?.n ?? 0;
  }
  return found;
}
const preview = async (kind: ActivityKind) =>
  (await author.post(`/activities/${ids.get(kind)}/preview`)).json<PreviewedActivity>();
const tryQuiz = async (body: object = {}) =>
  (await author.post(`/activities/${ids.get('quiz')}/preview-quiz`, body)).json<PreviewedQuiz>();

describe('a preview', () => {
  it('shows every kind of activity and leaves no row anywhere', async () => {
    const before = await counts();
    expect(before).toMatchObject({ attempt: 0, launch: 0, commit_log: 0, ledger_entry: 0, quiz_run: 0 });
    const outline = (await author.get(`/course-versions/${draft}/preview`)).json<CourseOutline>();
    expect(outline.activities.map((one) => one.kind)).toEqual([...ids.keys()]);
    expect(outline.activities.map((one) => one.state)).toEqual(['here', ...Array<string>(8).fill('next')]);
    for (const kind of ids.keys()) {
      const { opened, launch } = await preview(kind);
      expect(opened).toMatchObject({ kind, done: false, doneAt: null, courseTitle: 'Every kind' });
      expect(launch.attemptId).toBe(opened.attemptId);
      const entries = [{ seq: 1, at: AT, sco: 'A', set: { 'cmi.core.lesson_status': 'completed' } }];
      const commit = await t.anonymous.post(
        `/launches/${launch.launchId}/commits`,
        { entries },
        {
          authorization: `Bearer ${launch.commitToken}`,
        },
      );
      expect(commit.status).toBe(401);
      expect((await author.post(`/my/attempts/${opened.attemptId}/launches`)).status).toBe(404);
    }
    const [me] = await t.db.sql<{ name: string }>(
      `select concat_ws(' ', given_name, family_name) as name from person where id = $1`,
      [authorId],
    );
    expect((await preview('practical')).signers).toEqual({ trainers: false, lineManagers: true, named: [me?.name] });
    expect((await preview('page')).signers).toBeNull();
    const { seed, run } = await tryQuiz();
    const answers = run.questions.map(({ id, text }): { questionId: string; answer: QuizAnswer } => ({
      questionId: id,
      answer: { type: 'true-false', value: text === 'True?' },
    }));
    const handedIn = await tryQuiz({ seed, answers });
    expect(handedIn.run.questions.map((question) => question.id)).toEqual(run.questions.map((question) => question.id));
    expect(handedIn.run).toMatchObject({ state: 'handed-in', endsAt: null, result: { passed: true, score: 100 } });
    expect((await tryQuiz({ seed, answers: answers.slice(0, 1) })).run.result).toMatchObject({ passed: false });
    expect(await counts()).toEqual(before);
  });

  it('gives a package its first state and a content host that learning never uses', async () => {
    const { opened, launch, completionRule } = await preview('scorm12');
    expect(completionRule).toEqual({ kind: 'score', atLeast: 80 });
    expect(launch.states).toMatchObject([
      { sco: 'A', entry: 'ab-initio', masteryScore: 80, done: false, elements: {} },
    ]);
    const file = await t.app.inject({
      method: 'GET',
      url: '/index.html',
      headers: {
        host: new URL(opened.contentOrigin ?? '').host,
        cookie: `__Host-content=${opened.contentToken}`,
      },
    });
    expect([file.statusCode, file.body]).toEqual([200, '<h1>Lesson</h1>']);
    await t.db.sql('update activity set no_speech = true where kind = $1', ['video']);
    expect((await author.post(`/course-versions/${draft}/publish`)).status).toBe(200);
    const course = opened.courseId;
    await t.db.sql('insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, $4)', [
      uuid(),
      authorId,
      course,
      AT,
    ]);
    const learning = (await author.post(`/my/activities/${ids.get('scorm12')}/open`)).json<
      PreviewedActivity['opened']
    >();
    expect(learning.contentOrigin).not.toBe(opened.contentOrigin);
    expect((await preview('quiz')).opened.kind).toBe('quiz');
    expect((await tryQuiz()).run.questions).toHaveLength(3);
  });

  it('is for those who write courses', async () => {
    const trainer = await t.make.person();
    await t.make.grant({ personId: trainer, role: 'trainer' });
    const client = await t.as(trainer);
    expect((await client.get(`/course-versions/${draft}/preview`)).status).toBe(403);
    expect((await client.post(`/activities/${ids.get('quiz')}/preview`)).status).toBe(403);
    expect((await client.post(`/activities/${ids.get('quiz')}/preview-quiz`, {})).status).toBe(403);
    expect((await author.post(`/activities/${uuid()}/preview`)).status).toBe(404);
    expect((await author.post(`/activities/${ids.get('page')}/preview-quiz`, {})).status).toBe(404);
  });
});
