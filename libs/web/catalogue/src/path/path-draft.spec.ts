import { describe, expect, it } from '@jest/globals';
import { dayOfWeek } from '@lms/domain';
import { pathTexts } from '../texts/paths.js';
import { id, pathVersion } from '../testing/fixtures.js';
import { addStep, moveStep, putStep, removeStep, setChoice, setStage, setStep } from './change-draft.js';
import { circleIn, draftOf, newTask, requestOf } from './path-draft.js';
import { exampleFirstDay, previewStops } from './preview-stops.js';
import { tidyDraft } from './tidy-draft.js';

const version = pathVersion();
const two = pathVersion({
  sequential: true,
  stages: [...version.stages, { id: id(80), title: 'First day', dayOffset: 0, choices: [], steps: [] }],
});

describe('the draft of a path', () => {
  it('is sent as it was read when nothing changed', () => {
    const { audience, sequential, change, running } = version;
    expect(requestOf(draftOf(version))).toEqual({
      audience,
      sequential,
      change,
      running,
      stages: version.stages.map(({ id: _stage, steps, ...stage }) => ({
        ...stage,
        steps: steps.map(({ id: _step, coursePublished: _published, ...step }) => step),
      })),
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

  it('forgets prerequisites and choices that a change made meaningless', () => {
    const waiting = tidyDraft(setStep(id(70), id(72), { after: [id(71), id(99)] })(draftOf(two)));
    expect(waiting.stages[0]?.steps[1]?.after).toEqual([id(71)]);
    expect(tidyDraft(waiting)).toBe(waiting);
    const gone = tidyDraft(removeStep(id(70), id(71))(waiting));
    expect(gone.stages[0]?.steps[0]?.after).toEqual([]);
    const chosen = setChoice(id(70), id(71), 'new')(draftOf(two));
    expect(chosen.stages[0]?.choices).toHaveLength(1);
    const left = tidyDraft(putStep(id(71), id(80), 0)(chosen));
    expect([left.stages[0]?.choices, left.stages[1]?.steps[0]?.choice]).toEqual([[], null]);
  });

  it('is not sent with a circle, a task without a title or a step on no day', () => {
    const first = setStep(id(70), id(71), { after: [id(72)] })(draftOf(version));
    const circle = setStep(id(70), id(72), { after: [id(71)] })(first);
    expect([requestOf(first) === null, requestOf(circle)]).toEqual([false, null]);
    expect(circleIn(circle)).toEqual(['Welcome', 'Fatigue']);
    expect(requestOf(addStep(id(70), newTask())(draftOf(version)))).toBeNull();
    expect(requestOf(setStep(id(70), id(71), { offset: 'soon' })(draftOf(version)))).toBeNull();
    expect(requestOf(setStep(id(70), id(71), { offset: '2' })(draftOf(version)))?.stages[0]?.steps[0]?.dayOffset).toBe(
      2,
    );
  });

  it('takes a Monday for an example', () => {
    for (const today of ['2026-11-23', '2026-11-24', '2026-11-29'])
      expect(dayOfWeek(exampleFirstDay(today, dayOfWeek))).toBe(1);
  });
});
