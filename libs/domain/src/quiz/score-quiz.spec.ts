import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { restOf, scoreQuiz, type AnsweredQuestion } from './score-quiz.js';

const asked = (right: boolean | null, safetyCritical = false): AnsweredQuestion => ({
  body: { type: 'true-false', right: true },
  safetyCritical,
  answer: right === null ? null : { type: 'true-false', value: right },
});

describe('the score of a quiz', () => {
  it('is the share that was right; no answer is a wrong one', () => {
    expect(scoreQuiz([asked(true), asked(false), asked(true), asked(null)], 50)).toEqual({
      marks: [true, false, true, false],
      score: 50,
      passed: true,
      failedSafety: false,
    });
  });

  it('is told to two places and never rounded up to a pass', () => {
    const twoThirds = [asked(true), asked(true), asked(false)];
    expect(scoreQuiz(twoThirds, 67)).toMatchObject({ score: 66.67, passed: false });
    expect(scoreQuiz(twoThirds, 66)).toMatchObject({ passed: true });
  });

  it('does not help where something safety-critical was wrong', () => {
    const nearly = [...Array.from({ length: 19 }, () => asked(true)), asked(false, true)];
    expect(scoreQuiz(nearly, 80)).toMatchObject({ score: 95, passed: false, failedSafety: true });
    expect(scoreQuiz([asked(true, true), asked(false)], 50)).toMatchObject({ passed: true, failedSafety: false });
    expect(scoreQuiz([asked(null, true), asked(true)], 0)).toMatchObject({ passed: false, failedSafety: true });
  });

  it('of nothing is no pass', () => {
    expect(scoreQuiz([], 0)).toEqual({ marks: [], score: 0, passed: false, failedSafety: false });
  });

  it('agrees with counting, whatever was asked and answered', () => {
    const question = fc.record({
      right: fc.constantFrom(true, false, null),
      safety: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(question, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 0, max: 100 }),
        (list, mark) => {
          const outcome = scoreQuiz(
            list.map(({ right, safety }) => asked(right, safety)),
            mark,
          );
          const rights = list.filter(({ right }) => right === true).length;
          const unsafe = list.some(({ right, safety }) => safety && right !== true);
          expect(outcome.failedSafety).toBe(unsafe);
          expect(outcome.passed).toBe(!unsafe && rights / list.length >= mark / 100 - 1e-12);
          expect(Math.abs(outcome.score - (rights / list.length) * 100)).toBeLessThanOrEqual(0.005 + 1e-9);
          // What is shown never reaches a pass mark that was not reached.
          if (rights * 100 < mark * list.length) expect(outcome.score).toBeLessThan(mark);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('the rest of the score', () => {
  it('leaves the question itself out', () => {
    expect(restOf([true, false, true], 0)).toBe(0.5);
    expect(restOf([true, false, true], 1)).toBe(1);
    expect(restOf([true], 0)).toBeNull();
  });
});
