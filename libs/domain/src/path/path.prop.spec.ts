import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/arithmetic.js';
import { datesFor } from './path-step.js';
import { pathProgress, type ProgressStep } from './progress.js';
import { routeOf, type StepState } from './route.js';

const TODAY = '2026-11-27';
const step = (key: string, stage: number, more: Partial<StepState> = {}): StepState => ({
  key,
  stage,
  dayOffset: 0,
  kind: 'course',
  optional: false,
  done: false,
  opensOn: TODAY,
  ...more,
});
const shown = (steps: StepState[], sequential: boolean) =>
  routeOf(steps, TODAY, { sequential }).map((stop) =>
    `${stop.step.key} ${stop.state} ${stop.opensOn ?? '-'} ${stop.opensAfter.join()}`.trim(),
  );

describe('datesFor', () => {
  it('counts from the anchor', () => {
    expect(datesFor({ dayOffset: 14 }, '2026-02-20')).toEqual({ opensOn: '2026-02-13', dueOn: '2026-03-06' });
    expect(datesFor({ dayOffset: -3 }, '2026-03-02')).toEqual({ opensOn: '2026-02-23', dueOn: '2026-02-27' });
    expect(datesFor({ dayOffset: 0 }, '2024-03-01', { openDays: 1 })).toEqual({
      opensOn: '2024-02-29',
      dueOn: '2024-03-01',
    });
  });
  it('opens no later than the day it is planned for', () => {
    expect(datesFor({ dayOffset: -14 }, '2026-03-20')).toEqual({ opensOn: '2026-03-06', dueOn: '2026-03-06' });
  });
  it('gives who comes late their days', () => {
    expect(datesFor({ dayOffset: -3 }, '2026-11-01', { givenOn: TODAY }).dueOn).toBe('2026-12-04');
    expect(datesFor({ dayOffset: 90 }, '2026-11-01', { givenOn: TODAY }).dueOn).toBe('2027-01-30');
    expect(datesFor({ dayOffset: -3 }, '2026-11-01', { givenOn: TODAY, graceDays: 0 }).dueOn).toBe(TODAY);
  });
  it('is never due in the past when it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), fc.integer({ min: -400, max: 400 }), (dayOffset, late) => {
        const givenOn = addDays('2026-03-01', late);
        const { opensOn, dueOn } = datesFor({ dayOffset }, '2026-03-01', { givenOn });
        expect(dueOn >= addDays(givenOn, 7)).toBe(true);
        expect(dueOn >= addDays('2026-03-01', dayOffset)).toBe(true);
        expect(opensOn <= dueOn).toBe(true);
      }),
    );
  });
});

describe('routeOf', () => {
  it('opens a stage together', () => {
    expect(shown([step('a', 1), step('b', 1), step('c', 2)], false)).toEqual(['a here -', 'b next -', 'c next -']);
  });
  it('opens later stages of a sequential path by the required steps of earlier ones', () => {
    const steps = [step('c', 2), step('a', 1), step('o', 1, { optional: true }), step('b', 1, { done: true })];
    expect(shown(steps, true)).toEqual(['a here -', 'o next -', 'b done -', 'c blocked - a']);
    expect(shown([step('a', 1, { done: true }), step('o', 1, { optional: true }), step('c', 2)], true)).toEqual([
      'a done -',
      'o next -',
      'c here -',
    ]);
  });
  it('says what is in the way: a day, a step, or both', () => {
    const later = { opensOn: '2026-12-01' };
    expect(shown([step('a', 1, later), step('b', 2, { ...later, after: ['a', 'gone'] })], false)).toEqual([
      'a blocked 2026-12-01',
      'b blocked 2026-12-01 a',
    ]);
    expect(shown([step('a', 1, { optional: true }), step('b', 1, { after: ['a'] })], false)).toEqual([
      'a here -',
      'b blocked - a',
    ]);
  });
  it('has one here where anything is open, and blocks nothing without a reason', () => {
    const steps = fc
      .array(
        fc.record({
          stage: fc.integer({ min: 1, max: 4 }),
          optional: fc.boolean(),
          done: fc.boolean(),
          opensOn: fc.integer({ min: -2, max: 2 }).map((n) => addDays(TODAY, n)),
          after: fc.array(fc.integer({ min: 0, max: 8 }).map(String), { maxLength: 2 }),
        }),
        { maxLength: 8 },
      )
      .map((list) => list.map((each, at) => step(String(at), each.stage, each)));
    fc.assert(
      fc.property(steps, fc.boolean(), (list, sequential) => {
        const stops = routeOf(list, TODAY, { sequential });
        expect(stops.map((stop) => stop.step.key).sort()).toEqual(list.map(({ key }) => key).sort());
        const done = new Map(list.map((each) => [each.key, each.done]));
        const open = list.filter(
          (each) =>
            !each.done &&
            each.opensOn <= TODAY &&
            (each.after ?? []).every((key) => done.get(key) !== false) &&
            (!sequential || list.every((other) => other.stage >= each.stage || other.done || other.optional)),
        );
        const here = stops.filter(({ state }) => state === 'here');
        expect(here.length).toBe(open.length > 0 ? 1 : 0);
        if (open.some(({ optional }) => !optional)) expect(here[0]?.step.optional).toBe(false);
        for (const stop of stops) {
          const isOpen = open.some(({ key }) => key === stop.step.key);
          expect(stop.state === 'done').toBe(stop.step.done);
          expect(['here', 'next'].includes(stop.state)).toBe(isOpen);
          if (stop.state === 'blocked') expect(stop.opensOn !== null || stop.opensAfter.length > 0).toBe(true);
          else expect([stop.opensOn, stop.opensAfter]).toEqual([null, []]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('pathProgress', () => {
  const of = (done: boolean, dueOn: string | null, more: Partial<ProgressStep> = {}) => ({
    optional: false,
    done,
    dueOn,
    ...more,
  });
  it.each<[string, ProgressStep[], object]>([
    [
      'nothing yet',
      [of(false, TODAY), of(false, null)],
      { done: 0, total: 2, overdue: 0, percent: 0, state: 'not started' },
    ],
    [
      'one of three',
      [of(true, null), of(false, null), of(false, null)],
      { done: 1, total: 3, percent: 33, state: 'under way' },
    ],
    ['begun only', [of(false, null, { begun: true })], { done: 0, state: 'under way' }],
    ['late', [of(true, null), of(false, '2026-11-26')], { overdue: 1, percent: 50, state: 'overdue' }],
    ['done late', [of(true, '2026-01-01')], { overdue: 0, percent: 100, state: 'done' }],
    [
      'an optional one left',
      [of(true, null), of(false, '2026-01-01', { optional: true })],
      { done: 1, total: 1, state: 'done' },
    ],
    [
      'an optional one done',
      [of(false, null), of(true, null, { optional: true })],
      { done: 0, total: 1, state: 'under way' },
    ],
    ['no steps', [], { total: 0, percent: 100, state: 'done' }],
  ])('%s', (_name, steps, expected) => {
    expect(pathProgress(steps, TODAY)).toMatchObject(expected);
  });
  it('shows 100 percent only when done', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 400 }), (list) => {
        const { percent, state } = pathProgress(
          list.map((done) => of(done, null)),
          TODAY,
        );
        expect(percent === 100).toBe(list.every(Boolean));
        expect(state === 'done').toBe(list.every(Boolean));
      }),
    );
  });
});
