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

export const setStep = (stageKey: string, stepKey: string, change: Partial<StepDraft>): Change =>
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

/** Puts a step at a place of any stage; the place counts without the step itself. */
export const putStep =
  (stepKey: string, stageKey: string, place: number): Change =>
  (draft) => {
    const from = draft.stages.find(({ steps }) => steps.some(({ key }) => key === stepKey));
    const step = from?.steps.find(({ key }) => key === stepKey);
    if (!from || !step) return draft;
    return addStep(stageKey, step, place)(removeStep(from.key, stepKey)(draft));
  };

/** Puts a stage at a place, counted without the stage itself. */
export const putStage =
  (key: string, place: number): Change =>
  (draft) => {
    const stage = draft.stages.find((each) => each.key === key);
    return stage ? addStage(stage, place)(removeStage(key)(draft)) : draft;
  };

/** Puts a step into a choice of its stage, into a new one that needs one, or out of any. */
export const setChoice = (stageKey: string, stepKey: string, choice: string | 'new' | null): Change =>
  inStage(stageKey, (stage) => {
    const made = choice === 'new' ? { key: crypto.randomUUID(), need: 1 } : null;
    const key = made?.key ?? choice;
    const steps = stage.steps.map((step) =>
      step.key === stepKey ? { ...step, choice: key, optional: key === null && step.optional } : step,
    );
    return { ...stage, steps, choices: made ? [...stage.choices, made] : stage.choices };
  });

export const setNeed = (stageKey: string, choiceKey: string, need: number): Change =>
  inStage(stageKey, (stage) => ({
    ...stage,
    choices: stage.choices.map((choice) => (choice.key === choiceKey ? { ...choice, need } : choice)),
  }));
