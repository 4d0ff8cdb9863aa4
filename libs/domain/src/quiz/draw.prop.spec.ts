import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawQuestions, quizLength, shortfalls, type PoolSection } from './draw.js';
import { chanceOf } from './quiz.test.js';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const section: fc.Arbitrary<PoolSection> = fc.record({
  count: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  questions: fc.subarray(names),
});
const quiz = fc.array(section, { minLength: 1, maxLength: 4 });

/** The plain way to find out: tries every choice. */
function fillable(sections: readonly PoolSection[]): boolean {
  if (sections.some(({ count, questions }) => count === null && questions.length === 0)) return false;
  const whole = sections.flatMap(({ count, questions }) => (count === null ? questions : []));
  const slots = sections.flatMap(({ count, questions }) =>
    Array.from({ length: count ?? 0 }, () => questions.filter((id) => !whole.includes(id))),
  );
  const fill = (at: number, taken: ReadonlySet<string>): boolean =>
    at === slots.length || (slots[at] ?? []).some((id) => !taken.has(id) && fill(at + 1, new Set([...taken, id])));
  return fill(0, new Set());
}

describe('drawing', () => {
  it('asks of each section as many as it says, none twice, whenever that can be done at all', () => {
    fc.assert(
      fc.property(quiz, fc.integer(), fc.boolean(), (sections, seed, mix) => {
        expect(shortfalls(sections).length === 0).toBe(fillable(sections));
        if (shortfalls(sections).length > 0) {
          const drawable = sections.every(({ count, questions }) => count !== null || questions.length > 0);
          if (drawable) expect(() => drawQuestions(sections, mix, chanceOf(seed))).toThrow(RangeError);
          return;
        }
        const drawn = drawQuestions(sections, mix, chanceOf(seed));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn).toHaveLength(quizLength(sections));
        for (const { count, questions } of sections) {
          const of = drawn.filter((id) => questions.includes(id));
          if (count === null) expect(of).toHaveLength(questions.length);
          else expect(of.length).toBeGreaterThanOrEqual(count);
        }
        expect(drawQuestions(sections, mix, chanceOf(seed))).toEqual(drawn);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds room where the first try would not: what only one section can take is left to it', () => {
    const sections = [
      { count: 1, questions: ['a', 'b'] },
      { count: 1, questions: ['a', 'c'] },
      { count: 1, questions: ['a'] },
    ];
    for (let seed = 0; seed < 50; seed += 1)
      expect(drawQuestions(sections, false, chanceOf(seed))).toEqual(['b', 'c', 'a']);
  });

  it('says what is missing', () => {
    expect(
      shortfalls([
        { count: 3, questions: ['a', 'b'] },
        { count: null, questions: [] },
        { count: null, questions: ['c'] },
        { count: 1, questions: ['c'] },
      ]),
    ).toEqual([
      { section: 1, wanted: 1, left: 0 },
      { section: 0, wanted: 3, left: 2 },
      { section: 3, wanted: 1, left: 0 },
    ]);
  });

  it('keeps the order of sections and questions unless it mixes', () => {
    const sections = [
      { count: 2, questions: ['d', 'c', 'b', 'a'] },
      { count: null, questions: ['z', 'y'] },
    ];
    const orders = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const drawn = drawQuestions(sections, false, chanceOf(seed)).join('');
      expect(drawn).toMatch(/^(dc|db|da|cb|ca|ba)zy$/);
      orders.add(drawQuestions(sections, true, chanceOf(seed)).join(''));
    }
    expect(orders.size).toBeGreaterThan(30);
  });

  it('gives every question of a section the same chance', () => {
    const sections = [{ count: 3, questions: names }];
    const counts = new Map(names.map((name) => [name, 0]));
    const rounds = 4000;
    for (let seed = 0; seed < rounds; seed += 1) {
      for (const id of drawQuestions(sections, true, chanceOf(seed))) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const expected = (rounds * 3) / names.length;
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.08);
  });
});
