import { afterEach, describe, expect, it } from '@jest/globals';
import type {
  CommitResult,
  CourseOutline,
  HandedIn,
  Launch,
  OpenedActivity,
  QuizRun,
  QuizStatus,
} from '@lms/contracts';
import { answerInstead, api, isProblem } from '@lms/web-platform';
import { stubApi } from '@lms/web-platform/testing';
import { PreviewWorld } from './preview-world.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const opened = (kind: OpenedActivity['kind'], facts: Partial<OpenedActivity> = {}): OpenedActivity => ({
  attemptId: id(50),
  activityId: id(1),
  courseId: id(2),
  courseTitle: 'Taper',
  kind,
  title: 'Signs',
  contentOrigin: null,
  contentToken: null,
  contentTokenSeconds: null,
  file: null,
  files: [],
  poster: null,
  captions: [],
  scos: [],
  settings: null,
  done: false,
  doneAt: null,
  ...facts,
});
const launch: Launch = {
  launchId: id(60),
  attemptId: id(50),
  number: 1,
  commitToken: 'preview-nothing-is-kept',
  learner: { id: id(9), name: 'Marsh, Helen' },
  states: [],
  covered: [],
  position: 0,
};
const at = '2026-11-24T09:00:00.000Z';
let leave: () => void = () => undefined;
const realFetch = globalThis.fetch;
afterEach(() => {
  leave();
  globalThis.fetch = realFetch;
});

const SIGNERS = { trainers: false, lineManagers: true, named: ['Rosa Lind'] };

function enter(
  activity: OpenedActivity,
  completionRule: object | null = null,
  more: Parameters<typeof stubApi>[0] = {},
) {
  const stub = stubApi({
    [`POST /activities/${id(1)}/preview`]: { opened: activity, launch, completionRule, signers: SIGNERS },
    ...more,
  });
  const world = new PreviewWorld();
  leave = answerInstead(world.answer);
  return { world, ...stub };
}
const open = () => api.post<OpenedActivity>(`/my/activities/${id(1)}/open`);

describe('a preview', () => {
  it('answers learning from memory: only looking reaches the server', async () => {
    const { world, calls } = enter(opened('document'));
    await open();
    expect(await api.post<Launch>(`/my/attempts/${id(50)}/launches`)).toEqual(launch);
    const done = await api.post<CommitResult>(`/my/attempts/${id(50)}/acknowledge`, { sha256: 'x', name: 'Helen' });
    expect(done).toMatchObject({ activityDone: true, courseDone: false });
    await world.queue.add(id(60), 'token', [{ seq: 1, sco: 'main', at, ended: true }]);
    await world.queue.flushAll();
    await expect(api.post(`/my/attempts/${id(50)}/anything`)).rejects.toMatchObject({ code: 'preview' });
    expect(calls).toEqual([`POST /activities/${id(1)}/preview`]);
    expect(await world.queue.request().then((response) => response.status)).toBe(401);
  });

  it('says when a lesson would count as done, by its rule', async () => {
    const sco = (identifier: string) => ({ identifier, title: identifier, href: 'index.html', reports: true });
    const activity = opened('scorm12', { scos: [sco('A'), sco('B')] });
    const { world } = enter(activity, { kind: 'score', atLeast: 80 });
    await open();
    const report = (seq: number, lesson: string, score: string) =>
      world.queue.add(id(60), 'token', [
        { seq, sco: lesson, at, set: { 'cmi.core.score.raw': score, 'cmi.core.lesson_status': 'incomplete' } },
      ]);
    await report(1, 'A', '90');
    await report(2, 'B', '79');
    expect(world.queue.snapshot().activityDone).toBe(false);
    await report(3, 'B', '80');
    expect(world.queue.snapshot().activityDone).toBe(true);
    expect([...world.doneActivities()]).toEqual([id(1)]);
    const outline = { activities: [{ id: id(1) }, { id: id(3) }] } as CourseOutline;
    expect(world.shown(outline).activities.map(({ state }) => state)).toEqual(['done', 'here']);
  });

  it('says when a film was seen to its end', async () => {
    const file = { path: '', mediaType: 'video/mp4', sha256: '', size: 1, name: 'film', seconds: 100, pages: null };
    const { world } = enter(opened('video', { file }));
    await open();
    const cover = (seq: number, from: number, to: number) =>
      world.queue.add(id(60), 'token', [{ seq, sco: 'main', at, covered: [[from, to]], position: to }]);
    await cover(1, 0, 60);
    expect(world.doneActivities().size).toBe(0);
    await cover(2, 50, 100);
    expect(world.doneActivities().size).toBe(1);
  });

  it('lets a quiz be tried as often as one likes', async () => {
    const question = { id: id(70), text: 'True?', safetyCritical: false, body: { type: 'true-false' }, answer: null };
    const run = {
      id: id(80),
      attemptId: id(81),
      number: 1,
      state: 'open',
      startedAt: at,
      serverNow: at,
      endsAt: null,
      version: 0,
      questions: [question],
      result: null,
    };
    const sent: unknown[] = [];
    const { calls } = enter(opened('quiz'), null, {
      [`POST /activities/${id(1)}/preview-quiz`]: (body) => {
        sent.push(body);
        const handedIn = typeof body === 'object' && body !== null && 'seed' in body;
        const result = {
          handedInAt: at,
          outOfTime: false,
          passed: true,
          score: 100,
          failedSafety: false,
          feedback: null,
        };
        return { seed: 'a-long-seed', run: handedIn ? { ...run, id: id(99), state: 'handed-in', result } : run };
      },
    });
    await open();
    const status = () => api.get<QuizStatus>(`/my/attempts/${id(50)}/quiz`);
    expect(await status()).toMatchObject({ questions: 1, openRun: null, triesLeft: null });
    const begun = await api.post<QuizRun>(`/my/attempts/${id(50)}/quiz-runs`);
    expect(begun).toMatchObject({ id: id(80), attemptId: id(50), number: 1 });
    const answer = { type: 'true-false', value: true };
    const save = { version: 0, answers: [{ questionId: id(70), answer }] };
    expect(await api.put(`/my/quiz-runs/${id(80)}/answers`, save)).toMatchObject({ version: 1 });
    expect((await status()).openRun).toBe(id(80));
    const over = await api.post<HandedIn>(`/my/quiz-runs/${id(80)}/hand-in`, { version: 1, answers: [] });
    expect(over).toMatchObject({ run: { id: id(80), result: { passed: true } }, result: { activityDone: true } });
    expect(sent.at(-1)).toEqual({ seed: 'a-long-seed', answers: [{ questionId: id(70), answer }] });
    expect((await status()).runs).toHaveLength(1);
    expect(calls.filter((call) => call.includes('/my/'))).toEqual([]);
  });

  it('shows what is asked and sent as waiting, and sends it to nobody', async () => {
    const settings = {
      kind: 'evidence' as const,
      instructions: '',
      issuers: [],
      numberNeeded: false,
      expiry: 'none' as const,
      fileNeeded: false,
    };
    const { calls } = enter(opened('evidence', { settings }));
    await open();
    await api.put(`/my/attempts/${id(50)}/practical/request`, { note: 'Tomorrow' });
    expect(await api.get(`/my/attempts/${id(50)}/practical`)).toMatchObject({
      asked: { note: 'Tomorrow' },
      signers: { trainers: false, lineManagers: ['each learner’s own'], named: ['Rosa Lind'] },
    });
    await api.delete(`/my/attempts/${id(50)}/practical/request`);
    expect(await api.get(`/my/attempts/${id(50)}/practical`)).toMatchObject({ asked: null });
    const card = {
      id: id(90),
      activityId: id(1),
      issuer: 'CITB',
      number: '',
      issuedOn: '2026-01-05',
      expiresOn: null,
      fileId: null,
    };
    await api.post('/evidence', { ...card, personId: id(9) });
    expect(await api.get(`/evidence/people/${id(9)}/activities/${id(1)}`)).toMatchObject({
      items: [{ state: 'waiting', issuer: 'CITB' }],
    });
    expect(calls).toEqual([`POST /activities/${id(1)}/preview`]);
  });

  it('ends with the page: then learning is learning again', async () => {
    const { calls } = enter(opened('document'));
    leave();
    const refused = await open().catch((error: unknown) => error);
    expect(isProblem(refused, 'not-found')).toBe(true);
    expect(calls).toEqual([`POST /my/activities/${id(1)}/open`]);
  });
});
