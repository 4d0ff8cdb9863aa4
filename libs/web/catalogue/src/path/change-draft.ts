import { moveItem } from '../components/move.js';
import type { PathDraft, StageDraft, StepDraft } from './path-draft.js';

type Change = (draft: PathDraft) => PathDraft;

const inStage =
  (key: string, change: (stage: StageDraft) => StageDraft): Change =>
  (draft) => ({ ...draft, stages: draft.stages.map((stage) => (stage.key === key ? change(stage) : stage)) });

export const setStage = (key: string, change: Partial<Pick<StageDraft, 'title' | 'offset'>>): Change =>
  inStage(key, (stage) => ({ ...stage, ...change }));

/** Puts a stage at a place, at the end without one. */
export const addStage =
  (stage: StageDraft, place?: number): Change =>
  (draft) => ({ ...draft, stages: draft.stages.toSpliced(place ?? draft.stages.length, 0, stage) });

export const removeStage =
  (key: string): Change =>
  (draft) => ({ ...draft, stages: draft.stages.filter((stage) => stage.key !== key) });

export const moveStage =
  (index: number, by: -1 | 1): Change =>
  (draft) => ({ ...draft, stages: moveItem(draft.stages, index, by) });

/** Puts a step at a place of a stage, at the end without one. */
export const addStep = (stageKey: string, step: StepDraft, place?: number): Change =>
  inStage(stageKey, (stage) => ({ ...stage, steps: stage.steps.toSpliced(place ?? stage.steps.length, 0, step) }));

export const setStep = (stageKey: string, stepKey: string, change: Pick<StepDraft, 'optional'>): Change =>
  inStage(stageKey, (stage) => ({
    ...stage,
    steps: stage.steps.map((step) => (step.key === stepKey ? { ...step, ...change } : step)),
  }));

export const removeStep = (stageKey: string, stepKey: string): Change =>
  inStage(stageKey, (stage) => ({ ...stage, steps: stage.steps.filter((step) => step.key !== stepKey) }));

/** A place up or down; over the edge of its stage into the next one. */
export const moveStep =
  (stageIndex: number, stepIndex: number, by: -1 | 1): Change =>
  (draft) => {
    const stage = draft.stages[stageIndex];
    const step = stage?.steps[stepIndex];
    if (!stage || !step) return draft;
    if (stage.steps[stepIndex + by])
      return inStage(stage.key, (own) => ({ ...own, steps: moveItem(own.steps, stepIndex, by) }))(draft);
    const other = draft.stages[stageIndex + by];
    if (!other) return draft;
    const without = removeStep(stage.key, step.key)(draft);
    return addStep(other.key, step, by === 1 ? 0 : undefined)(without);
  };
