import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerFits, askedBody, drawnQuestion, ownAnswer } from './drawn-question.js';
import { isRight } from './mark-answer.js';
import type { QuestionBody, QuizAnswer } from './question.js';
import { chanceOf, matching, multiple, ordering, single } from './quiz.test.js';
import { solutionOf, solutionText } from './solution.js';

const words = (min: number) =>
  fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), {
    minLength: min,
    maxLength: 8,
    selector: (s) => s.trim(),
  });
const body: fc.Arbitrary<QuestionBody> = fc.oneof(
  words(2).map((texts) => single(...texts)),
  fc.tuple(words(1), words(1)).map(([right, wrong]) => multiple(right, wrong)),
  words(2).map((texts) => matching(...texts.map((text): [string, string] => [text, `${text}!`]))),
  words(2).map((texts) => ordering(...texts)),
  fc.boolean().map((right): QuestionBody => ({ type: 'true-false', right })),
  fc
    .record({
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
      tolerance: fc.double({ min: 0, max: 9, noNaN: true }),
    })
    .map(({ value, tolerance }): QuestionBody => ({ type: 'numeric', value, tolerance, unit: 'mm' })),
  words(1)
    .filter((texts) => texts.every((text) => text.trim() !== ''))
    .map((accepted): QuestionBody => ({ type: 'short-text', accepted })),
);
const idsIn = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => (key === 'id' ? [one] : idsIn(one)))
    : [];

describe('a question as a run asks it', () => {
  it('is solved by its solution, in ids that only the run knows', () => {
    fc.assert(
      fc.property(body, fc.integer(), fc.boolean(), (question, seed, mix) => {
        const drawn = drawnQuestion('revision', question, mix, chanceOf(seed));
        const solution = solutionOf(question, drawn);
        expect(answerFits(question, drawn, solution)).toBe(true);
        expect(isRight(question, ownAnswer(drawn, solution))).toBe(true);
        const shown = idsIn(askedBody(question, drawn));
        const own = [...drawn.parts, ...drawn.rights].map(([, id]) => id);
        expect(shown).toHaveLength(own.length);
        expect(shown.filter((id) => own.includes(String(id)))).toEqual([]);
        const made = [...drawn.parts, ...drawn.rights].map(([id]) => id);
        expect(new Set([drawn.id, ...made]).size).toBe(made.length + 1);
        expect(drawnQuestion('revision', question, mix, chanceOf(seed))).toEqual(drawn);
      }),
      { numRuns: 1500 },
    );
  });

  it('shows nothing of what is right', () => {
    const { id: _, ...shown } = {
      id: '',
      ...askedBody(single('Alarm', 'Radio'), drawnQuestion('r', single('Alarm', 'Radio'), true, chanceOf(1))),
    };
    expect(JSON.stringify(shown)).not.toMatch(/right/);
    const numeric: QuestionBody = { type: 'numeric', value: 31, tolerance: 2, unit: 'm' };
    expect(askedBody(numeric, drawnQuestion('r', numeric, true, chanceOf(1)))).toEqual({ type: 'numeric', unit: 'm' });
    const text: QuestionBody = { type: 'short-text', accepted: ['refuge'] };
    expect(askedBody(text, drawnQuestion('r', text, true, chanceOf(1)))).toEqual({ type: 'short-text' });
  });

  it('is put in every order as often, so that places tell nothing', () => {
    const items = ordering('1', '2', '3');
    const pairs = matching(['x', '1'], ['y', '2'], ['z', '3']);
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed += 1) {
      const shown = [
        drawnQuestion('r', items, false, chanceOf(seed)).parts,
        drawnQuestion('r', pairs, false, chanceOf(seed + 77_777)).rights,
      ];
      for (const list of shown) {
        const order = list.map(([, own]) => own).join('');
        counts.set(order, (counts.get(order) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(12);
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(90);
  });

  it('keeps choices and left sides in their order unless it mixes', () => {
    const question = single('a', 'b', 'c', 'd', 'e', 'f');
    const order = (mix: boolean, seed: number) =>
      drawnQuestion('r', question, mix, chanceOf(seed)).parts.map(([, own]) => own);
    expect(order(false, 3)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']);
    expect(new Set([1, 2, 3, 4, 5].map((seed) => order(true, seed).join(''))).size).toBe(5);
  });

  it('takes only what was offered', () => {
    const question = matching(['x', '1'], ['y', '2']);
    const drawn = drawnQuestion('r', question, true, chanceOf(5));
    const [left, right] = [drawn.parts[0]?.[0] ?? '', drawn.rights[0]?.[0] ?? ''];
    expect(answerFits(question, drawn, { type: 'matching', pairs: { [left]: right } })).toBe(true);
    const wrong: QuizAnswer[] = [
      { type: 'matching', pairs: { [right]: left } },
      { type: 'matching', pairs: { p0: 'p0' } },
      { type: 'ordering', itemIds: [left] },
    ];
    for (const answer of wrong) expect(answerFits(question, drawn, answer)).toBe(false);
    const choices = drawnQuestion('r', multiple(['a', 'b'], []), true, chanceOf(5));
    const [one] = choices.parts[0] ?? [''];
    expect(answerFits(multiple(['a', 'b'], []), choices, { type: 'multiple', choiceIds: [one, one] })).toBe(false);
    expect(answerFits(multiple(['a', 'b'], []), choices, { type: 'multiple', choiceIds: ['r0'] })).toBe(false);
  });
});

describe('a solution in words', () => {
  it.each<[QuestionBody, string]>([
    [single('Alarm', 'Radio'), 'Alarm'],
    [multiple(['Vest', 'Boots'], ['Cap']), 'Vest\nBoots'],
    [{ type: 'true-false', right: false }, 'False'],
    [matching(['Red', 'Stop'], ['Green', 'Go']), 'Red – Stop\nGreen – Go'],
    [ordering('Alarm', 'Refuge'), '1. Alarm\n2. Refuge'],
    [{ type: 'numeric', value: 1.2, tolerance: 0.1, unit: 'm' }, '1.2 ± 0.1 m'],
    [{ type: 'numeric', value: 3, tolerance: 0, unit: '' }, '3'],
    [{ type: 'short-text', accepted: ['Refuge', 'Safe place'] }, 'Refuge'],
  ])('%j', (question, text) => {
    expect(solutionText(question)).toBe(text);
  });
});
