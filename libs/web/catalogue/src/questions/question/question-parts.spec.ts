import { describe, expect, it } from '@jest/globals';
import { SaveQuestionRequest, type QuestionBody } from '@lms/contracts';
import { csvTemplate } from '../import/csv-template.js';
import { id, question } from '../testing/question-fixture.js';
import { asAsked, solutionLines } from './as-asked.js';
import { copyOf, draftOf, emptyQuestion, numberIn, requestOf, type QuestionDraft } from './question-draft.js';
import { faultsOf } from './question-faults.js';
import { isSuspect, levelOf, tellsOf } from './statistics-words.js';

const bodies: QuestionBody[] = [
  question(1).body,
  { type: 'multiple', choices: ['a', 'b', 'c'].map((text, n) => ({ id: id(n), text, right: n > 0 })) },
  { type: 'true-false', right: false },
  { type: 'matching', pairs: ['a', 'b', 'c'].map((left, n) => ({ id: id(n), left, right: `${left}!` })) },
  { type: 'ordering', items: ['a', 'b', 'c'].map((text, n) => ({ id: id(n), text })) },
  { type: 'numeric', value: 1.2, tolerance: 0.1, unit: 'm' },
  { type: 'short-text', accepted: ['Refuge', 'Safe refuge'] },
];

describe('a question in its form', () => {
  it.each(bodies)('is sent as it was read: $type', (body) => {
    const read = question(1, { body });
    const request = requestOf(draftOf(read));
    expect(request.body).toEqual(body);
    expect(SaveQuestionRequest.safeParse(request).success).toBe(true);
    expect(faultsOf(draftOf(read))).toEqual({});
  });

  it('leaves empty lines out and trims the others', () => {
    const draft: QuestionDraft = { ...emptyQuestion(), text: ' What? ', choices: [] };
    draft.choices = [
      { id: id(1), text: ' Yes ', right: true },
      { id: id(2), text: '', right: false },
      { id: id(3), text: 'No', right: false },
    ];
    expect(requestOf(draft)).toMatchObject({
      text: 'What?',
      body: { choices: [{ text: 'Yes' }, { text: 'No' }] },
    });
  });

  it('keeps what was typed for one type while another is tried', () => {
    const draft = { ...draftOf(question(1)), type: 'ordering' as const };
    expect(requestOf({ ...draft, type: 'single' }).body).toEqual(question(1).body);
  });

  it('copies with ids of its own', () => {
    const copy = requestOf(copyOf(question(1)));
    const original = question(1).body;
    if (copy.body.type !== 'single' || original.type !== 'single') throw new Error('Another type');
    expect(copy.body.choices.map(({ text, right }) => [text, right])).toEqual(
      original.choices.map(({ text, right }) => [text, right]),
    );
    expect(copy.body.choices.some((choice) => original.choices.some((other) => other.id === choice.id))).toBe(false);
  });

  it('reads numbers with a point, a comma and a true minus sign', () => {
    expect(['1.5', '1,5', '−2', ' 3 ', '.5'].map(numberIn)).toEqual([1.5, 1.5, -2, 3, 0.5]);
    expect(['', '1.2.3', 'x', '1e3'].map(numberIn)).toEqual([null, null, null, null]);
  });
});

describe('what is wrong with a question', () => {
  const draft = (change: Partial<QuestionDraft>): QuestionDraft => ({ ...draftOf(question(1)), ...change });
  const choices = (...texts: string[]) => texts.map((text, n) => ({ id: id(n), text, right: false }));
  const pair = (n: number, left: string, right: string) => ({ id: id(n), left, right });

  it.each([
    [{ text: ' ' }, 'text', 'Write the question.'],
    [{ choices: choices('Yes') }, 'parts', 'Write at least two.'],
    [{ choices: choices('Yes', 'No') }, 'parts', 'Mark exactly one answer as the right one.'],
    [{ choices: choices('Yes', ' yes ') }, 'parts', 'This stands here twice.'],
    [{ type: 'multiple', choices: choices('Yes', 'No') }, 'parts', 'Mark at least one right answer.'],
    [{ type: 'matching', pairs: [pair(1, 'a', 'x'), pair(2, 'b', '')] }, 'parts', 'Write both sides.'],
    [
      { type: 'matching', pairs: [pair(1, 'a', 'x'), pair(2, 'b', 'X')] },
      'parts',
      'All right sides say the same, so there is nothing to match.',
    ],
    [{ type: 'numeric', value: 'wide' }, 'value', 'Type a number, such as 2.5.'],
    [{ type: 'numeric', value: '1', tolerance: '-1' }, 'tolerance', 'Type a number that is not below 0.'],
    [{ type: 'short-text', accepted: [] }, 'parts', 'Write at least one answer that counts as right.'],
  ] as [Partial<QuestionDraft>, 'text' | 'parts' | 'value' | 'tolerance', string][])(
    '%#',
    (change, field, sentence) => {
      expect(faultsOf(draft(change))[field]).toBe(sentence);
    },
  );
});

describe('a question as learners see it', () => {
  it.each(bodies)('says nothing of what is right: $type', (body) => {
    const asked = asAsked(body);
    const parts: readonly object[] =
      'choices' in asked ? asked.choices : 'items' in asked ? asked.items : 'lefts' in asked ? asked.lefts : [];
    // The preview stands beside the form that holds all of it, so only what is drawn matters here.
    expect(Object.keys(asked)).not.toContain('right');
    expect(Object.keys(asked)).not.toContain('value');
    expect(Object.keys(asked)).not.toContain('accepted');
    expect(parts.length === 0 || parts.length >= 2).toBe(true);
    expect(solutionLines(body).length).toBeGreaterThan(0);
  });

  it('never shows an order or pairs as they are right', () => {
    const ordering = asAsked({ type: 'ordering', items: ['a', 'b'].map((text, n) => ({ id: id(n), text })) });
    expect('items' in ordering && ordering.items.map(({ text }) => text)).toEqual(['b', 'a']);
  });
});

describe('how people answer, in words', () => {
  it('names how hard it is and how well it tells apart', () => {
    expect([96, 80, 60, 30, 10].map(levelOf)).toEqual(['veryEasy', 'easy', 'fair', 'hard', 'veryHard']);
    expect([0.4, 0.2, 0, -0.3].map(tellsOf)).toEqual(['well', 'fairly', 'badly', 'wrongly']);
  });

  it('points at questions that are worth another look', () => {
    const of = (rightPercent: number | null, discrimination: number | null) =>
      isSuspect({ answered: 20, rightPercent, discrimination });
    expect([of(70, 0.3), of(70, -0.1), of(10, 0.3), of(null, null)]).toEqual([false, true, true, false]);
  });
});

describe('the template of an import', () => {
  it('has a line of each type and as many cells in each line', () => {
    const lines = csvTemplate().slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(8);
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
    expect(csvTemplate().charCodeAt(0)).toBe(0xfeff);
  });
});
