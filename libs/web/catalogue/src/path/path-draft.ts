import type { PathVersion, SavePathVersionRequest } from '@lms/contracts';
import { wholeNumber } from '../fields/whole-number.js';

export interface StepDraft {
  key: string;
  courseId: string;
  courseTitle: string;
  coursePublished: boolean;
  optional: boolean;
}

export interface StageDraft {
  key: string;
  title: string;
  /** Days from the first day, as it is typed. */
  offset: string;
  steps: readonly StepDraft[];
}

export interface PathDraft {
  audience: SavePathVersionRequest['audience'];
  sequential: boolean;
  stages: readonly StageDraft[];
}

/** A version as its editor holds it. */
export const draftOf = ({ audience, sequential, stages }: PathVersion): PathDraft => ({
  audience,
  sequential,
  stages: stages.map(({ id, title, dayOffset, steps }) => ({
    key: id,
    title,
    offset: String(dayOffset),
    steps: steps.map(({ id: key, ...step }) => ({ key, ...step })),
  })),
});

/** The day offset that is typed, null while it is none. */
export const offsetOf = ({ offset }: Pick<StageDraft, 'offset'>): number | null => wholeNumber(offset, -365, 730);

/** What is sent to save the draft; null while something is missing. */
export function requestOf({ audience, sequential, stages }: PathDraft): SavePathVersionRequest | null {
  const saved: SavePathVersionRequest['stages'] = [];
  for (const stage of stages) {
    const dayOffset = offsetOf(stage);
    const title = stage.title.trim();
    if (dayOffset === null || !title) return null;
    saved.push({ title, dayOffset, steps: stage.steps.map(({ courseId, optional }) => ({ courseId, optional })) });
  }
  return { audience, sequential, stages: saved };
}
