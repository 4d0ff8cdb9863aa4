import type { PathStep, PathVersion, SavePathVersionRequest } from '@lms/contracts';
import { circleOf } from '@lms/domain';
import { wholeNumber } from '../fields/whole-number.js';

export interface StepDraft extends Omit<PathStep, 'id' | 'dayOffset' | 'after'> {
  /** Days from the first day, as it is typed; empty where it is the stage's. */
  offset: string;
  after: readonly string[];
}

export interface ChoiceDraft {
  key: string;
  need: number;
}

export interface StageDraft {
  key: string;
  title: string;
  /** Days from the first day, as it is typed. */
  offset: string;
  choices: readonly ChoiceDraft[];
  steps: readonly StepDraft[];
}

export interface PathDraft extends Pick<SavePathVersionRequest, 'audience' | 'sequential' | 'change' | 'running'> {
  stages: readonly StageDraft[];
}

/** A version as its editor holds it. */
export const draftOf = ({ audience, sequential, change, running, stages }: PathVersion): PathDraft => ({
  audience,
  sequential,
  change,
  running,
  stages: stages.map(({ id, title, dayOffset, choices, steps }) => ({
    key: id,
    title,
    offset: String(dayOffset),
    choices,
    steps: steps.map(({ id: _id, dayOffset: own, ...step }) => ({ ...step, offset: own === null ? '' : String(own) })),
  })),
});

const newStep = (facts: Pick<StepDraft, 'kind' | 'title'> & Partial<StepDraft>): StepDraft => ({
  key: crypto.randomUUID(),
  courseId: null,
  coursePublished: false,
  learnerTitle: '',
  instructions: '',
  doer: null,
  offset: '',
  optional: false,
  after: [],
  choice: null,
  ...facts,
});
export const newCourse = (courseId: string, title: string, coursePublished: boolean): StepDraft =>
  newStep({ kind: 'course', title, courseId, coursePublished });
export const newTask = (): StepDraft => newStep({ kind: 'task', title: '', doer: 'buddy' });
export const newMilestone = (): StepDraft => newStep({ kind: 'milestone', title: '' });

/** The day offset that is typed, null while it is none. */
export const offsetOf = ({ offset }: Pick<StageDraft, 'offset'>): number | null => wholeNumber(offset, -365, 730);

/** On which day a step is due: its own, or its stage's. Null while what is typed is no day. */
export const stepOffsetOf = (step: Pick<StepDraft, 'offset'>, stage: Pick<StageDraft, 'offset'>): number | null =>
  offsetOf(step.offset.trim() === '' ? stage : step);

/** Every step with the place of its stage, in order. */
export const placedSteps = ({ stages }: Pick<PathDraft, 'stages'>) =>
  stages.flatMap((stage, place) => stage.steps.map((step) => ({ ...step, stage: place })));

/** Titles of steps that wait for each other; null when there are none. */
export function circleIn(draft: Pick<PathDraft, 'stages' | 'sequential'>): string[] | null {
  const steps = placedSteps(draft);
  const circle = circleOf(steps, draft);
  return circle && circle.map((key) => steps.find((step) => step.key === key)?.title ?? '');
}

/** What is sent to save the draft; null while something is missing, or could never be done. */
export function requestOf(draft: PathDraft): SavePathVersionRequest | null {
  const { audience, sequential, change, running } = draft;
  const saved: SavePathVersionRequest['stages'] = [];
  for (const stage of draft.stages) {
    const dayOffset = offsetOf(stage);
    const title = stage.title.trim();
    if (dayOffset === null || !title) return null;
    const steps = stage.steps.map((step) => savedStep(step, stage));
    if (steps.some((step) => step === null)) return null;
    saved.push({ title, dayOffset, choices: [...stage.choices], steps: steps.filter((step) => step !== null) });
  }
  if (circleIn(draft)) return null;
  return { audience, sequential, change, running, stages: saved };
}

function savedStep(
  step: StepDraft,
  stage: StageDraft,
): SavePathVersionRequest['stages'][number]['steps'][number] | null {
  const { coursePublished: _published, offset, ...rest } = step;
  const title = step.title.trim();
  if (!title || stepOffsetOf(step, stage) === null) return null;
  return {
    ...rest,
    title,
    learnerTitle: step.learnerTitle.trim(),
    instructions: step.instructions.trim(),
    dayOffset: offset.trim() === '' ? null : offsetOf(step),
    after: [...step.after],
  };
}
