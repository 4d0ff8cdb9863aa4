import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Course, Created, Problem, QuestionBank, QuizSettings } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let author: Client;

beforeAll(async () => {
  t = await testApp();
  const person = await t.make.person();
  await t.make.grant({ personId: person, role: 'author' });
  author = await t.as(person);
});
afterAll(() => t.stop());

async function bankWith(
  ...questions: [text: string, ...tags: string[]][]
): Promise<{ id: string; questions: string[] }> {
  const { id } = (await author.post('/question-banks', { title: 'Bank' })).json<Created>();
  const made: string[] = [];
  for (const [text, ...tags] of questions) {
    const body = { type: 'true-false', right: true };
    made.push((await author.post(`/question-banks/${id}/questions`, { text, tags, body })).json<Created>().id);
  }
  return { id, questions: made };
}
async function quizWith(
  sections: QuizSettings['sections'],
): Promise<{ courseId: string; versionId: string; activityId: string }> {
  const { id: courseId } = (
    await author.post('/courses', { code: uuid().slice(-12), title: 'Incursions' })
  ).json<Created>();
  const versionId = (await author.get(`/courses/${courseId}`)).json<Course>().versions[0]?.id ?? '';
  await author.post(`/course-versions/${versionId}/activities`, { kind: 'in-person', title: 'Talk' });
  const settings: QuizSettings = {
    kind: 'quiz',
    instructions: '',
    sections,
    shuffleQuestions: true,
    shuffleChoices: true,
    passMark: 80,
    attemptsLimit: 3,
    coolDownMinutes: 0,
    timeLimitMinutes: null,
    feedback: 'marks',
  };
  const added = await author.post(`/course-versions/${versionId}/activities`, {
    kind: 'settings',
    title: 'Check',
    settings,
  });
  return { courseId, versionId, activityId: added.json<Created>().id };
}
const publish = (versionId: string) => author.post(`/course-versions/${versionId}/publish`);
const poolOf = (activityId: string) =>
  t.db.sql<{ section: number; text: string }>(
    `select p.section, r.text from quiz_pool p join question_revision r on r.id = p.question_revision_id
     where p.activity_id = $1 order by p.section, p.position`,
    [activityId],
  );

describe('publishing a quiz', () => {
  it('keeps its questions as they are then, whatever becomes of the bank', async () => {
    const bank = await bankWith(['One', 'a'], ['Two', 'b'], ['Gone', 'a']);
    await author.post(`/questions/${bank.questions[2]}/retire`);
    const quiz = await quizWith([
      { bankId: bank.id, tag: 'a', count: 1 },
      { bankId: bank.id, tag: null, count: null },
    ]);
    const refused = (await publish(quiz.versionId)).json<Problem>();
    expect(refused.fields?.[0]?.message).toBe(
      'Section 1 of the quiz “Check” asks one question, but other sections ask the same ones: none is left for it.',
    );
    const whole = await quizWith([{ bankId: bank.id, tag: null, count: null }]);
    expect((await publish(whole.versionId)).status).toBe(200);
    expect(await poolOf(whole.activityId)).toEqual([
      { section: 0, text: 'One' },
      { section: 0, text: 'Two' },
    ]);
    const body = { type: 'true-false', right: false };
    await author.put(`/questions/${bank.questions[0]}`, { text: 'One, another way', body }, { 'if-match': '"1"' });
    await author.post(`/question-banks/${bank.id}/questions`, { text: 'Three', body });
    await author.post(`/questions/${bank.questions[1]}/retire`);
    expect((await poolOf(whole.activityId)).map(({ text }) => text)).toEqual(['One', 'Two']);
    await expect(
      t.db.sql(`insert into quiz_pool select $1, 0, id, 9 from question_revision where text = 'Three'`, [
        whole.activityId,
      ]),
    ).rejects.toThrow('a published version cannot be changed');

    const next = (await author.post(`/courses/${whole.courseId}/versions`)).json<Created>();
    expect((await publish(next.id)).status).toBe(200);
    const [copy] = await t.db.sql<{ id: string }>(
      `select id from activity where course_version_id = $1 and kind = 'quiz'`,
      [next.id],
    );
    expect((await poolOf(copy?.id ?? '')).map(({ text }) => text)).toEqual(['One, another way', 'Three']);
    expect((await poolOf(whole.activityId)).map(({ text }) => text)).toEqual(['One', 'Two']);
  });

  it.each<[string, (bankId: string) => QuizSettings['sections'], RegExp[]]>([
    ['no section', () => [], [/^The quiz “Check” has no questions\.$/]],
    [
      'a tag that no question has',
      (bankId) => [{ bankId, tag: 'c', count: null }],
      [/^The quiz “Check” has no questions to ask\.$/],
    ],
    ['a bank that is not there', () => [{ bankId: uuid(), tag: null, count: 1 }], [/has no questions to ask/]],
    [
      'more than there are',
      (bankId) => [
        { bankId, tag: null, count: 1 },
        { bankId, tag: 'a', count: 3 },
      ],
      [/^Section 2 of the quiz “Check” asks 3 questions, but only 2 are there\.$/],
    ],
    [
      'the same question in two sections',
      (bankId) => [
        { bankId, tag: 'b', count: 1 },
        { bankId, tag: 'b', count: 1 },
      ],
      [/^Section 2 .* other sections ask the same ones: none is left/],
    ],
    [
      'more than anybody can answer',
      (bankId) => [
        { bankId, tag: null, count: 200 },
        { bankId, tag: null, count: 200 },
      ],
      [/^Section 1/, /^Section 2/, /asks 400 questions; 200 are the most/],
    ],
  ])('with %s is refused in a sentence, at submitting too', async (_, sections, messages) => {
    const bank = await bankWith(['One', 'a'], ['Two', 'a'], ['Three', 'b']);
    const quiz = await quizWith(sections(bank.id));
    for (const way of ['publish', 'submit']) {
      const refused = await author.post(`/course-versions/${quiz.versionId}/${way}`);
      expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'not-ready']);
      const { fields = [] } = refused.json<Problem>();
      expect(fields).toEqual(
        messages.map((message) => ({ path: 'activities.1', message: expect.stringMatching(message) })),
      );
    }
    expect(await poolOf(quiz.activityId)).toEqual([]);
  });

  it('is told in the bank: the courses that draw from it', async () => {
    const bank = await bankWith(['One']);
    const usedBy = async () => (await author.get(`/question-banks/${bank.id}`)).json<QuestionBank>().usedBy;
    const quiz = await quizWith([{ bankId: bank.id, tag: null, count: null }]);
    expect(await usedBy()).toEqual([{ courseId: quiz.courseId, title: 'Incursions' }]);
    await publish(quiz.versionId);
    await author.post(`/courses/${quiz.courseId}/versions`);
    expect(await usedBy()).toHaveLength(1);
    const gone = await bankWith(['One']);
    const old = await quizWith([{ bankId: gone.id, tag: null, count: null }]);
    await publish(old.versionId);
    await author.post(`/course-versions/${old.versionId}/retire`);
    expect((await author.get(`/question-banks/${gone.id}`)).json<QuestionBank>().usedBy).toEqual([]);
  });
});
