import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/arithmetic.js';
import { circleOf } from './circle.js';
import type { PathChoice } from './path-step.js';
import { pathProgress } from './progress.js';
import { routeOf, type StepState } from './route.js';

const TODAY = '2026-11-27';
const STAGES = 4;

interface World {
  steps: StepState[];
  choices: PathChoice[];
  sequential: boolean;
}

/** Paths with every kind of step; a choice stands in one stage, and its members are never optional. */
const world: fc.Arbitrary<World> = fc
  .record({
    sequential: fc.boolean(),
    needs: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: STAGES, maxLength: STAGES }),
    list: fc.array(
      fc.record({
        stage: fc.integer({ min: 0, max: STAGES - 1 }),
        kind: fc.constantFrom('course' as const, 'course' as const, 'task' as const, 'milestone' as const),
        byOthers: fc.boolean(),
        optional: fc.boolean(),
        chosen: fc.boolean(),
        done: fc.boolean(),
        opensIn: fc.integer({ min: -2, max: 1 }),
        after: fc.array(fc.integer({ min: 0, max: 9 }).map(String), { maxLength: 2 }),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ sequential, needs, list }) => ({
    sequential,
    choices: needs.map((need, stage) => ({ key: `any ${stage}`, need })),
    steps: list.map(({ chosen, opensIn, ...each }, at) => {
      const milestone = each.kind === 'milestone';
      const choice = chosen && !milestone ? `any ${each.stage}` : null;
      return {
        ...each,
        key: String(at),
        dayOffset: 0,
        byOthers: each.byOthers && each.kind === 'task',
        optional: each.optional && !milestone && choice === null,
        choice,
        done: each.done && !milestone,
        opensOn: addDays(TODAY, opensIn),
        after: milestone ? [] : each.after.filter((key) => key !== String(at)),
      };
    }),
  }));

const stopsOf = ({ steps, ...rules }: World) =>
  new Map(routeOf(steps, TODAY, rules).map((stop) => [stop.step.key, stop]));
const doing = (w: World, key: string): World => ({
  ...w,
  steps: w.steps.map((step) => (step.key === key ? { ...step, done: true } : step)),
});

describe('a path with choices, tasks and milestones', () => {
  it('is finished exactly when every required step is done and enough of every choice', () => {
    let finished = 0;
    fc.assert(
      fc.property(world, (w) => {
        const plain = w.steps.filter((s) => s.kind !== 'milestone' && !s.optional && s.choice === null);
        const enough = w.choices.every(({ key, need }) => {
          const members = w.steps.filter((s) => s.choice === key);
          return members.filter((s) => s.done).length >= Math.min(need, members.length);
        });
        const all = plain.every((s) => s.done) && enough;
        const stops = [...stopsOf(w).values()];
        const progress = pathProgress(
          w.steps.map((s) => ({ ...s, dueOn: null })),
          TODAY,
          w.choices,
        );
        expect(stops.every((stop) => !stop.needed)).toBe(all);
        expect(progress.state === 'done').toBe(all);
        expect(progress.percent === 100).toBe(all);
        if (all) finished += 1;
      }),
      { numRuns: 2000 },
    );
    expect(finished).toBeGreaterThan(50);
  });

  it('never blocks anything because more is done', () => {
    fc.assert(
      fc.property(world, fc.nat(), (w, pick) => {
        const open = w.steps.filter((s) => s.kind !== 'milestone' && !s.done);
        const chosen = open[pick % Math.max(open.length, 1)];
        if (!chosen) return;
        const [before, after] = [stopsOf(w), stopsOf(doing(w, chosen.key))];
        const dues = (x: World) =>
          pathProgress(
            x.steps.map((s) => ({ ...s, dueOn: '2026-11-01' })),
            TODAY,
            x.choices,
          );
        expect(dues(doing(w, chosen.key)).done).toBeGreaterThanOrEqual(dues(w).done);
        expect(dues(doing(w, chosen.key)).overdue).toBeLessThanOrEqual(dues(w).overdue);
        for (const [key, stop] of after) {
          const was = before.get(key)!;
          if (was.state === 'done') expect(stop.state).toBe('done');
          if (was.state !== 'blocked') expect(stop.state).not.toBe('blocked');
          if (!was.needed) expect(stop.needed).toBe(false);
          for (const way of stop.opensAfter) expect(was.opensAfter).toContain(way);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order in which stages are told', () => {
    fc.assert(
      fc.property(world, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }), (w, order) => {
        const told = { ...w, steps: order.flatMap((stage) => w.steps.filter((s) => s.stage === stage)) };
        const sorted = { ...w, steps: [...w.steps].sort((a, b) => a.stage - b.stage) };
        expect([...stopsOf(told).values()]).toEqual([...stopsOf(sorted).values()]);
      }),
    );
  });

  it('reaches a milestone when nothing needed stands before it, and lets nobody stand at it', () => {
    fc.assert(
      fc.property(world, (w) => {
        const stops = [...stopsOf(w).values()];
        stops.forEach((stop, at) => {
          if (stop.step.kind !== 'milestone') return;
          const before = stops.slice(0, at).filter(({ needed }) => needed);
          expect(stop.state).toBe(before.length === 0 ? 'done' : 'blocked');
          expect(stop.opensAfter).toEqual(before.map(({ step }) => step.key));
        });
        for (const { state, step } of stops) if (state === 'here') expect(step.byOthers).toBe(false);
      }),
    );
  });

  it('can be walked to its end by always doing what is open, unless steps wait for each other in a circle', () => {
    const seen = { circles: 0, walks: 0 };
    fc.assert(
      fc.property(world, (given) => {
        let w: World = { ...given, steps: given.steps.map((s) => ({ ...s, done: false, opensOn: TODAY })) };
        const circle = circleOf(w.steps, w);
        if (circle) {
          seen.circles += 1;
          expect(new Set(circle).size).toBe(circle.length);
          for (const key of circle) expect(w.steps.map((s) => s.key)).toContain(key);
          return;
        }
        seen.walks += 1;
        for (;;) {
          const open = [...stopsOf(w).values()].find(({ state }) => state === 'here' || state === 'next');
          if (!open) break;
          w = doing(w, open.step.key);
        }
        for (const { state } of stopsOf(w).values()) expect(state).toBe('done');
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.circles, seen.walks)).toBeGreaterThan(100);
  });
});

describe('circleOf', () => {
  const step = (key: string, stage: number, after: string[] = [], kind: StepState['kind'] = 'course') => ({
    key,
    stage,
    kind,
    optional: false,
    after,
  });
  const anyOrder = { sequential: false };
  it.each([
    ['nothing', [], anyOrder, null],
    ['itself', [step('a', 1, ['a'])], anyOrder, ['a']],
    ['three of them', [step('a', 1, ['b']), step('b', 1, ['c']), step('c', 1, ['a'])], anyOrder, ['a', 'b', 'c']],
    ['a line', [step('a', 1), step('b', 1, ['a']), step('c', 1, ['a', 'b'])], anyOrder, null],
    ['a later stage', [step('a', 1, ['b']), step('b', 2)], anyOrder, null],
    ['a later stage of a path in order', [step('a', 1, ['b']), step('b', 2)], { sequential: true }, ['a', 'b']],
    ['a milestone after it', [step('a', 1, ['m']), step('m', 1, [], 'milestone')], anyOrder, ['a', 'm']],
  ])('%s', (_name, steps, rules, expected) => {
    expect(circleOf(steps, rules)).toEqual(expected);
  });
});

describe('any n of m', () => {
  const member = (done: boolean, dueOn: string) => ({ optional: false, choice: 'any', done, dueOn });
  const [past, ahead] = ['2026-11-20', '2026-12-04'];
  it.each([
    ['is late only when what is left in time is not enough', 1, [member(false, past), member(false, ahead)], [0, 1, 0]],
    ['is late when too little is left in time', 2, [member(false, past), member(false, ahead)], [0, 2, 1]],
    ['is done with any of them', 1, [member(false, past), member(true, past)], [1, 1, 0]],
    ['counts no more than it needs', 1, [member(true, past), member(true, past), member(false, past)], [1, 1, 0]],
  ])('%s', (_name, need, steps, expected) => {
    const { done, total, overdue } = pathProgress(steps, TODAY, [{ key: 'any', need }]);
    expect([done, total, overdue]).toEqual(expected);
  });
});
