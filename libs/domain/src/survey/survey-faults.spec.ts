import { describe, expect, it } from '@jest/globals';
import { SHORT_ANSWER, type SurveyAsked, surveyFaults, type SurveyGiven } from './survey-faults.js';

const choices = [{ id: 'a' }, { id: 'b' }];
const QUESTIONS: SurveyAsked[] = [
  { id: 'one', required: true, body: { type: 'single', choices } },
  { id: 'some', required: true, body: { type: 'multiple', choices } },
  { id: 'scale', required: true, body: { type: 'scale' } },
  { id: 'line', required: false, body: { type: 'short-text' } },
  { id: 'text', required: false, body: { type: 'long-text' } },
];
const GOOD: Record<string, SurveyGiven> = {
  one: { choice: 'a' },
  some: { choices: ['b', 'a'] },
  scale: { scale: 5 },
  line: { text: 'x'.repeat(SHORT_ANSWER) },
  text: { text: 'x'.repeat(SHORT_ANSWER + 1) },
};
const faults = (change: Record<string, SurveyGiven>) =>
  surveyFaults(QUESTIONS, { ...GOOD, ...change }).map(({ questionId, code }) => [questionId, code]);

describe('the answers to a survey', () => {
  it('can be sent when every required question has an answer of its kind', () => {
    expect(faults({})).toEqual([]);
    const { one, some, scale } = GOOD as Record<'one' | 'some' | 'scale', SurveyGiven>;
    expect(surveyFaults(QUESTIONS, { one, some, scale })).toEqual([]);
  });

  it('miss what is required, and only that', () => {
    expect(surveyFaults(QUESTIONS, {}).map(({ questionId, code }) => [questionId, code])).toEqual([
      ['one', 'missing'],
      ['some', 'missing'],
      ['scale', 'missing'],
    ]);
  });

  it.each<[string, SurveyGiven]>([
    ['one', { choice: 'c' }],
    ['one', { text: 'a' }],
    ['some', { choices: ['a', 'c'] }],
    ['some', { choices: ['a', 'a'] }],
    ['some', { choices: [] }],
    ['scale', { scale: 6 }],
    ['scale', { scale: 2.5 }],
    ['line', { text: '  ' }],
    ['line', { scale: 1 }],
    ['another', { text: 'nobody asked' }],
  ])('do not fit: %s %j', (id, given) => {
    expect(faults({ [id]: given })).toEqual([[id, 'unfit']]);
  });

  it('are too long for one line', () => {
    expect(faults({ line: { text: 'x'.repeat(SHORT_ANSWER + 1) } })).toEqual([['line', 'long']]);
  });
});
