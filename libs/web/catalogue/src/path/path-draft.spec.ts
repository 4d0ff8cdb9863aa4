import { describe, expect, it } from '@jest/globals';
import { dayOfWeek } from '@lms/domain';
import { pathTexts } from '../texts/paths.js';
import { id, pathVersion } from '../testing/fixtures.js';
import { moveStep, setStage } from './change-draft.js';
import { draftOf, requestOf } from './path-draft.js';
import { exampleFirstDay, previewStops } from './preview-stops.js';

const version = pathVersion();
const two = pathVersion({
  sequential: true,
  stages: [...version.stages, { id: id(80), title: 'First day', dayOffset: 0, steps: [] }],
});

describe('the draft of a path', () => {
  it('is sent as it was read when nothing changed', () => {
    const steps = [
      { courseId: id(11), optional: false },
      { courseId: id(12), optional: false },
    ];
    expect(requestOf(draftOf(version))).toEqual({
      audience: version.audience,
      sequential: false,
      stages: [{ title: 'Before you start', dayOffset: -7, steps }],
    });
  });

  it.each(['', '-', '1.5', '731', '-366', 'soon'])('is not sent with %j as a day', (offset) => {
    expect(requestOf(setStage(id(70), { offset })(draftOf(version)))).toBeNull();
  });

  it.each([
    ['−3', -3],
    ['+30', 30],
    [' 0 ', 0],
  ])('reads %j as a day', (offset, day) => {
    expect(requestOf(setStage(id(70), { offset })(draftOf(version)))?.stages[0]?.dayOffset).toBe(day);
  });

  it('moves a step to the start of the next stage and back to the end of the one before', () => {
    const keys = (draft: ReturnType<typeof draftOf>) => draft.stages.map((stage) => stage.steps.map(({ key }) => key));
    const moved = moveStep(0, 1, 1)(draftOf(two));
    expect(keys(moved)).toEqual([[id(71)], [id(72)]]);
    expect(keys(moveStep(1, 0, -1)(moved))).toEqual([[id(71), id(72)], []]);
    expect(moveStep(1, 0, 1)(moved)).toBe(moved);
  });

  it('shows what opens a later stage: the last required course before it', () => {
    const draft = moveStep(0, 1, 1)(draftOf(two));
    const stops = previewStops(draft, '2026-12-07', pathTexts.t);
    expect(stops.map(({ state, post, postNote }) => [state, post, postNote])).toEqual([
      ['next', '−7', undefined],
      ['blocked', '0', 'First day'],
    ]);
    expect(stops[1]?.detail).toBe('Due Mon\u00a07\u00a0Dec. Opens after Welcome');
  });

  it('takes a Monday for an example', () => {
    for (const today of ['2026-11-23', '2026-11-24', '2026-11-29'])
      expect(dayOfWeek(exampleFirstDay(today, dayOfWeek))).toBe(1);
  });
});
