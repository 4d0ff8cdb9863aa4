import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuizMaker, rightAnswer, SECRET } from '../../../../../test/http/quiz-course.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

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

const TELLING = [
  'right',
  'correct',
  'accepted',
  'tolerance',
  'solution',
  'solutionText',
  'explanation',
  'seed',
  'drawn',
];

/** The questions' own ids, under which authors know what belongs together. */
async function ownIds(): Promise<ReadonlySet<unknown>> {
  const ids = await t.db.sql<{ id: string }>(
    `select distinct p.id from question_revision r cross join lateral jsonb_path_query(r.body, '$.**.id') i(v)
     cross join lateral (values (i.v #>> '{}'), (r.id::text), (r.question_id::text), ($1)) p(id)`,
    [bank],
  );
  return new Set(ids.map(({ id }) => id));
}

function leaks(answer: unknown, known: ReadonlySet<unknown>): string[] {
  const found: string[] = [];
  walk(answer, (key, value) => {
    if (TELLING.includes(key)) found.push(key);
    if (known.has(value) || (key === 'value' && value === 12.5)) found.push(`${key}: ${String(value)}`);
  });
  return found;
}

function walk(value: unknown, meet: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    meet(key, inner);
    walk(inner, meet);
  }
}

const all = () => [{ bankId: bank, tag: null, count: null }];

describe('before it is handed in', () => {
  it('no answer of the API holds anything of what is right', async () => {
    const made = await maker.published({ sections: all(), feedback: 'answers', timeLimitMinutes: 30 });
    const learner = await maker.learner(made);
    const run = await learner.start();
    const first = run.questions[0];
    if (!first) throw new Error('Nothing is asked');
    await learner.save(run, 0, { [first.id]: rightAnswer(first) });
    const answers = await Promise.all([
      learner.client.get(`/my/courses/${made.courseId}`),
      learner.client.post(`/my/activities/${made.activityId}/open`),
      learner.client.get(`/my/attempts/${learner.attemptId}/quiz`),
      learner.client.post(`/my/attempts/${learner.attemptId}/quiz-runs`),
      learner.client.get(`/my/quiz-runs/${run.id}`),
      learner.client.put(`/my/quiz-runs/${run.id}/answers`, { version: 1, answers: [] }),
      learner.client.put(`/my/quiz-runs/${run.id}/answers`, { version: 9, answers: [] }),
      learner.client.get('/my/today'),
      learner.client.get('/my/record'),
    ]);
    const known = await ownIds();
    expect(known.size).toBeGreaterThan(15);
    for (const answer of answers) {
      expect(leaks(answer.json(), known)).toEqual([]);
      // What the learner typed themselves may come back to them.
      expect(answer.body.replaceAll(JSON.stringify(rightAnswer(first)), '')).not.toContain(SECRET);
    }
    // The same eyes find it where it does stand.
    const own = (await author.get(`/question-banks/${bank}/questions`)).json();
    expect(leaks(own, known).length).toBeGreaterThan(20);
    expect((await learner.handIn(run, 2)).body).toContain(SECRET);
  });

  it('the order of what is to be matched or ordered tells nothing: ids are new and places differ', async () => {
    const learner = await maker.learner(
      await maker.published({ sections: all(), shuffleChoices: false, shuffleQuestions: false }),
    );
    const orders = new Map<string, Set<string>>([
      ['Match', new Set()],
      ['Order', new Set()],
      ['First?', new Set()],
    ]);
    const ids = new Set<string>();
    for (let n = 0; n < 12; n += 1) {
      const { run } = await learner.take(['Match', 'Order']);
      expect(run.questions.map(({ text }) => text)).toEqual([
        'First?',
        'Which two?',
        'Go back.',
        'Match',
        'Order',
        'How far?',
        'Where?',
      ]);
      for (const { text, body, id } of run.questions) {
        const list =
          'rights' in body ? body.rights : 'items' in body ? body.items : 'choices' in body ? body.choices : [];
        orders.get(text)?.add(list.map((one) => one.text).join());
        for (const one of [{ id }, ...list, ...('lefts' in body ? body.lefts : [])]) {
          expect(ids.has(one.id)).toBe(false);
          ids.add(one.id);
        }
      }
    }
    expect(orders.get('Match')?.size).toBeGreaterThan(1);
    expect(orders.get('Order')?.size).toBeGreaterThan(1);
    expect(orders.get('First?')?.size).toBe(1);
  });
});
