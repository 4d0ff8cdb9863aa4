import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '@lms/api-platform';
import type { Problem } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { QuizMaker } from '../../../../../test/http/quiz-course.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const MINUTE = 60_000;
let t: TestApp;
let author: Client;
let maker: QuizMaker;
let bank: string;

beforeAll(async () => {
  t = await testApp();
  const person = await t.make.person();
  await t.make.grant({ personId: person, role: 'author' });
  author = await t.as(person);
  maker = new QuizMaker(t, author);
  bank = await maker.bank();
});
afterAll(() => t.stop());
afterEach(() => void jest.restoreAllMocks());

/** The clock stands at this moment. */
function itIs(at: number): void {
  jest.spyOn(t.app.get(Clock), 'now').mockImplementation(() => new Date(at));
}
const later = (milliseconds: number): void => itIs(t.app.get(Clock).now().getTime() + milliseconds);

const all = () => [{ bankId: bank, tag: null, count: null }];
const codeOf = (answer: { json<T>(): T }): string => answer.json<Problem>().code;

describe('tries', () => {
  it('are limited, wait for the cool-down, and the next moment is told', async () => {
    const learner = await maker.learner(
      await maker.published({ sections: all(), attemptsLimit: 2, coolDownMinutes: 60 }),
    );
    expect(await learner.status()).toMatchObject({ triesLeft: 2, nextFrom: null });
    const { run } = await learner.take(['First?', 'Match']);
    const from = new Date(Date.parse(run.result?.handedInAt ?? '') + 60 * MINUTE).toISOString();
    expect(await learner.status()).toMatchObject({ triesLeft: 1, nextFrom: from });
    const early = await learner.begin();
    expect([early.status, codeOf(early)]).toEqual([409, 'cool-down']);
    expect(early.json<Problem>().detail).toMatch(/^You can try again from \w{3} \d{1,2} \w{3,4} \d{4} at \d\d:\d\d\.$/);
    later(60 * MINUTE);
    const second = await learner.start();
    expect(await learner.status()).toMatchObject({ triesLeft: 0, nextFrom: null, openRun: second.id });
    await learner.handIn(second, 0);
    later(60 * MINUTE);
    expect(codeOf(await learner.begin())).toBe('no-tries-left');
    expect(await learner.status()).toMatchObject({ triesLeft: 0, nextFrom: null });
  });

  it('begun in two windows at once are one', async () => {
    const learner = await maker.learner(await maker.published({ sections: all(), attemptsLimit: 3 }));
    const runs = await Promise.all([1, 2, 3, 4].map(() => learner.start()));
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
    expect((await learner.status()).triesLeft).toBe(2);
  });

  it('can be given by the People Team once they are used up: in scope, with a reason, never to oneself', async () => {
    const made = await maker.published({ sections: all(), attemptsLimit: 1 });
    const learner = await maker.learner(made);
    const person = await t.make.person();
    await t.make.grant({ personId: person, role: 'people-team' });
    const team = await t.as(person);
    const give = (who: Client, attemptId: string, body: object = { tries: 2, reason: 'The alarm went off' }) =>
      who.post(`/attempts/${attemptId}/more-tries`, body);
    expect(codeOf(await give(team, learner.attemptId))).toBe('tries-left');
    await learner.take(['First?', 'Match']);
    expect((await give(learner.client, learner.attemptId)).status).toBe(403);
    expect((await give(author, learner.attemptId)).status).toBe(403);
    expect((await give(team, learner.attemptId, { tries: 0, reason: 'x' })).status).toBe(400);
    expect((await give(team, learner.attemptId, { tries: 1, reason: '' })).status).toBe(400);
    expect((await give(team, uuid())).status).toBe(404);
    // A trainer records what people did too, but only of those they see.
    const trainer = await t.make.person();
    await t.make.grant({ personId: trainer, role: 'trainer' });
    await t.make.engagement({ personId: trainer, organisationId: await t.make.organisation() });
    const training = await t.as(trainer);
    expect((await give(training, learner.attemptId)).status).toBe(404);

    const listed = async (who: Client) => who.get(`/people/${learner.personId}/quizzes`);
    const usedUp = { attemptId: learner.attemptId, passed: false, running: false, tries: 1, triesLeft: 0, given: [] };
    expect((await listed(team)).json()).toMatchObject({ personId: learner.personId, items: [usedUp] });
    expect([(await listed(training)).status, (await listed(learner.client)).status]).toEqual([404, 403]);

    expect((await give(team, learner.attemptId)).json()).toEqual({ triesLeft: 2 });
    expect((await listed(team)).json()).toMatchObject({
      items: [{ triesLeft: 2, given: [{ tries: 2, reason: 'The alarm went off', byName: expect.any(String) }] }],
    });
    expect(await learner.status()).toMatchObject({ triesLeft: 2 });
    const audit = await t.db.sql(
      `select actor_id, target_id, detail from audit_event where action = 'quiz.more-tries'`,
    );
    expect(audit).toEqual([
      {
        actor_id: person,
        target_id: learner.personId,
        detail: { attemptId: learner.attemptId, tries: 2, reason: 'The alarm went off' },
      },
    ]);
    expect((await learner.take()).run.result?.passed).toBe(true);
    expect(codeOf(await give(team, learner.attemptId))).toBe('passed-already');

    const endless = await maker.learner(await maker.published({ sections: all() }));
    expect(codeOf(await give(team, endless.attemptId))).toBe('no-limit');
  });

  it('of oneself are for somebody else to give', async () => {
    const learner = await maker.learner(await maker.published({ sections: all(), attemptsLimit: 1 }), 'people-team');
    await learner.take(['First?', 'Match']);
    const answer = await learner.client.post(`/attempts/${learner.attemptId}/more-tries`, { tries: 1, reason: 'Mine' });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'somebody-else']);
    expect((await learner.status()).triesLeft).toBe(0);
  });
});
