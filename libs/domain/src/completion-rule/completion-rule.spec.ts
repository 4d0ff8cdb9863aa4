import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outcomeOf } from './outcome.js';
import { defaultRule, fulfils, satisfied, type CompletionRule } from './rules.js';

const twelve = (status: string, raw?: string) => ({
  'cmi.core.lesson_status': status,
  ...(raw === undefined ? {} : { 'cmi.core.score.raw': raw }),
});
const four = (completion: string, success: string) => ({
  'cmi.completion_status': completion,
  'cmi.success_status': success,
});
const rules: CompletionRule[] = [
  { kind: 'completed' },
  { kind: 'passed' },
  { kind: 'completed-or-passed' },
  { kind: 'score', atLeast: 80 },
];
const answers = (runtime: Record<string, string>) => rules.map((rule) => satisfied(rule, runtime));

describe('SCORM 1.2: completed, passed, completed or passed, score of 80', () => {
  it.each([
    ['not attempted', undefined, [false, false, false, false]],
    ['incomplete', undefined, [false, false, false, false]],
    ['browsed', undefined, [false, false, false, false]],
    ['completed', undefined, [true, false, true, false]],
    ['passed', undefined, [true, true, true, true]],
    ['failed', undefined, [false, false, false, false]],
    ['failed', '79.9', [false, false, false, false]],
    ['failed', '80', [false, false, false, true]],
    ['passed', '79', [true, true, true, false]],
    ['completed', '100', [true, false, true, true]],
    ['Completed', 'eighty', [false, false, false, false]],
  ])('%s with score %s', (status, raw, expected) => {
    expect(answers(twelve(status, raw))).toEqual(expected);
  });
  it('an empty map fulfils nothing', () => {
    expect(answers({})).toEqual([false, false, false, false]);
  });
});

describe('SCORM 2004: completed, passed, completed or passed, score of 80', () => {
  it.each([
    ['unknown', 'unknown', [false, false, false, false]],
    ['incomplete', 'passed', [false, true, true, true]],
    ['completed', 'unknown', [true, false, true, false]],
    ['completed', 'passed', [true, true, true, true]],
    ['completed', 'failed', [true, false, false, false]],
    ['incomplete', 'failed', [false, false, false, false]],
  ])('%s and %s', (completion, success, expected) => {
    expect(answers(four(completion, success))).toEqual(expected);
  });
  it('does not read the other standard', () => {
    const judge = (standard: 'scorm12' | 'scorm2004', runtime: Record<string, string>) =>
      rules.map((rule) => fulfils(rule, outcomeOf(standard, runtime)));
    expect(judge('scorm2004', twelve('passed', '100'))).toEqual([false, false, false, false]);
    expect(judge('scorm12', four('completed', 'passed'))).toEqual([false, false, false, false]);
  });
});

describe('outcomeOf', () => {
  it.each([
    [{ 'cmi.core.score.raw': '8', 'cmi.core.score.min': '0', 'cmi.core.score.max': '10' }, 80],
    [{ 'cmi.core.score.raw': '75', 'cmi.core.score.min': '50', 'cmi.core.score.max': '100' }, 50],
    [{ 'cmi.core.score.raw': '66.67', 'cmi.core.score.max': '100' }, 66.67],
    [{ 'cmi.core.score.raw': '8', 'cmi.core.score.min': '10', 'cmi.core.score.max': '10' }, 8],
    [{ 'cmi.core.score.raw': '140' }, 100],
    [{ 'cmi.core.score.raw': '-5' }, 0],
    [{ 'cmi.core.score.raw': '1', 'cmi.core.score.min': '0', 'cmi.core.score.max': '3' }, 33.3333],
    [{ 'cmi.core.score.raw': '' }, null],
    [{ 'cmi.core.score.raw': '1e2' }, null],
    [{ 'cmi.core.score.raw': 'NaN' }, null],
    [{ 'cmi.core.score.raw': '0x50' }, null],
    [{ 'cmi.core.score.max': '100' }, null],
  ])('reads the score of %j', (runtime, score) => {
    expect(outcomeOf('scorm12', runtime).score).toBe(score);
  });
  it('prefers the scaled score, and misses no mark by rounding', () => {
    for (let mark = 0; mark <= 100; mark++) {
      const runtime = { 'cmi.score.scaled': (mark / 100).toFixed(2), 'cmi.score.raw': '3' };
      expect(outcomeOf('scorm2004', runtime).score).toBe(mark);
      expect(satisfied({ kind: 'score', atLeast: mark }, runtime)).toBe(true);
    }
    expect(outcomeOf('scorm2004', { 'cmi.score.scaled': '-0.5' }).score).toBe(0);
    expect(outcomeOf('scorm2004', { 'cmi.score.raw': '7' }).score).toBe(7);
  });
  it('reads progress and the bookmark', () => {
    expect(outcomeOf('scorm2004', { 'cmi.progress_measure': '0.4', 'cmi.location': 'page-3' })).toEqual({
      completed: false,
      passed: null,
      score: null,
      progress: 0.4,
      location: 'page-3',
    });
    expect(
      outcomeOf('scorm2004', { 'cmi.progress_measure': '0.4', 'cmi.completion_status': 'completed' }).progress,
    ).toBe(1);
    expect(outcomeOf('scorm2004', { 'cmi.progress_measure': '7' }).progress).toBe(1);
    expect(outcomeOf('scorm12', { 'cmi.core.lesson_location': '' }).location).toBeNull();
    expect(outcomeOf('scorm12', { 'cmi.core.lesson_location': '4' }).location).toBe('4');
  });
  it('takes any text without breaking its own bounds', () => {
    const text = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.integer().map(String),
      fc.constantFrom('completed', 'passed'),
    );
    const key = fc.constantFrom('status', 'score.raw', 'score.min', 'score.max', 'score.scaled', 'progress_measure');
    fc.assert(
      fc.property(fc.dictionary(key, text), fc.constantFrom('cmi.core.', 'cmi.'), (map, prefix) => {
        const runtime = Object.fromEntries(Object.entries(map).map(([k, v]) => [prefix + k, v]));
        for (const standard of ['scorm12', 'scorm2004'] as const) {
          const { score, progress } = outcomeOf(standard, runtime);
          expect(score === null || (score >= 0 && score <= 100)).toBe(true);
          expect(progress === null || (progress >= 0 && progress <= 1)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('defaultRule', () => {
  it.each([
    [
      { standard: 'scorm12', masteryScore: 80, hasMinNormalizedMeasure: false },
      { kind: 'score', atLeast: 80 },
    ],
    [{ standard: 'scorm12', masteryScore: 0, hasMinNormalizedMeasure: false }, { kind: 'completed-or-passed' }],
    [{ standard: 'scorm12', masteryScore: 250, hasMinNormalizedMeasure: false }, { kind: 'completed-or-passed' }],
    [{ standard: 'scorm12', masteryScore: NaN, hasMinNormalizedMeasure: false }, { kind: 'completed-or-passed' }],
    [{ standard: 'scorm12', hasMinNormalizedMeasure: true }, { kind: 'completed-or-passed' }],
    [{ standard: 'scorm2004', hasMinNormalizedMeasure: true }, { kind: 'passed' }],
    [{ standard: 'scorm2004', masteryScore: 80, hasMinNormalizedMeasure: false }, { kind: 'completed-or-passed' }],
  ] as const)('%j', (manifest, rule) => {
    expect(defaultRule(manifest)).toEqual(rule);
  });
});
