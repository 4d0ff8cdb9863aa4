import type { PathDraft, StageDraft, StepDraft } from './path-draft.js';

/**
 * Takes out what lost its meaning when something was moved or removed: prerequisites that are gone, a choice of a stage
 * that a step has left, choices without steps. The same draft where nothing did.
 */
export function tidyDraft(draft: PathDraft): PathDraft {
  const known = new Set(draft.stages.flatMap(({ steps }) => steps.map(({ key }) => key)));
  const stages = draft.stages.map((stage) => tidyStage(stage, known));
  return stages.every((stage, at) => stage === draft.stages[at]) ? draft : { ...draft, stages };
}

function tidyStage(stage: StageDraft, known: ReadonlySet<string>): StageDraft {
  const steps = stage.steps.map((step) => tidyStep(step, stage, known));
  const choices = stage.choices.filter(({ key }) => steps.some(({ choice }) => choice === key));
  const same = choices.length === stage.choices.length && steps.every((step, at) => step === stage.steps[at]);
  return same ? stage : { ...stage, steps, choices };
}

function tidyStep(step: StepDraft, { choices }: StageDraft, known: ReadonlySet<string>): StepDraft {
  const after = step.after.filter((key) => known.has(key) && key !== step.key);
  const lost = step.choice !== null && !choices.some(({ key }) => key === step.choice);
  if (after.length === step.after.length && !lost) return step;
  return { ...step, after, choice: lost ? null : step.choice };
}
