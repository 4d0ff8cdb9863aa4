import { describe, expect, it } from '@jest/globals';
import type { QuizSettings } from '@lms/contracts';
import { generateAlliance } from '@lms/demo';
import { isRight, ownAnswer, shortfalls, type DrawnQuestion, type QuizAnswer } from '@lms/domain';
import { derivedId } from './derived-id.js';
import { passedQuiz } from './quiz-runs.js';
import { wrongAnswer } from './wrong-answer.js';

const { courses, questionBanks } = generateAlliance({ seed: 'demo', today: '2026-11-23' });
const questions = questionBanks.flatMap((bank) => bank.questions);
const settings = courses
  .flatMap(({ versions }) => versions.flatMap(({ activities }) => activities))
  .map((activity) => activity.settings)
  .find((one): one is QuizSettings => one?.kind === 'quiz')!;
const AT = '2026-03-02T10:00:00.000Z';
const attempts = Array.from({ length: 200 }, (_, n) => derivedId('attempt', n));

describe('the quizzes that people of the demonstration took', () => {
  it('draw from banks that have enough, with every type of question', () => {
    const sections = settings.sections.map(({ tag, count }) => ({
      count,
      questions: questions.filter(({ tags }) => tag === null || tags.includes(tag)).map(({ id }) => id),
    }));
    expect(shortfalls(sections)).toEqual([]);
    expect(new Set(questions.map(({ body }) => body.type)).size).toBe(7);
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
  });

  it('end in a pass, some after a failed run, the same each time', () => {
    const taken = attempts.map((id) => passedQuiz(id, AT, settings, questions));
    for (const { runs, score } of taken) {
      expect(runs.length).toBeLessThanOrEqual(settings.attemptsLimit ?? 1);
      expect(runs.map((run) => run['passed'])).toEqual(runs.map((_, index) => index === runs.length - 1));
      expect(runs.at(-1)).toMatchObject({ score, handed_in_at: AT, failed_safety: false });
      expect(score).toBeGreaterThanOrEqual(settings.passMark);
    }
    const atOnce = taken.filter(({ runs }) => runs.length === 1).length;
    expect(atOnce).toBeGreaterThan(60);
    expect(atOnce).toBeLessThan(190);
    expect(passedQuiz(attempts[7]!, AT, settings, questions)).toEqual(taken[7]);
  });

  it('keep answers that are worth what was written down', () => {
    for (const { runs } of attempts.slice(0, 50).map((id) => passedQuiz(id, AT, settings, questions))) {
      for (const run of runs) {
        const [drawn, answers] = [run['drawn'] as DrawnQuestion[], run['answers'] as Record<string, QuizAnswer>];
        const marks = drawn.map((one) => {
          const { body } = questions.find(({ revisionId }) => revisionId === one.revisionId)!;
          return isRight(body, ownAnswer(one, answers[one.id]!));
        });
        expect(marks).toEqual(run['marks']);
      }
    }
  });

  it('hold wrong answers that are wrong', () => {
    for (const { body, revisionId } of questions) {
      const ids = 'choices' in body ? body.choices : 'pairs' in body ? body.pairs : 'items' in body ? body.items : [];
      const parts = ids.map(({ id }): [string, string] => [`made ${id}`, id]);
      const drawn = { id: 'q', revisionId, parts, rights: parts };
      expect([body.type, isRight(body, ownAnswer(drawn, wrongAnswer(body, drawn)))]).toEqual([body.type, false]);
    }
  });
});
