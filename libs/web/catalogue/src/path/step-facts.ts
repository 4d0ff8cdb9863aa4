import { stepOffsetOf, type PathDraft, type StageDraft, type StepDraft } from './path-draft.js';
import { postText, type PathT } from './words.js';

/** What is special about a step, in a line: who does it, its own day, what it waits for, whether it may be left out. */
export function stepFacts({ stages }: Pick<PathDraft, 'stages'>, stage: StageDraft, step: StepDraft, t: PathT): string {
  const titles = new Map(
    stages.flatMap(({ steps }) => steps.map(({ key, title }) => [key, title || t('stages.untitled')])),
  );
  const own = step.offset.trim() === '' ? null : stepOffsetOf(step, stage);
  const choice = stage.choices.find(({ key }) => key === step.choice);
  const of = stage.steps.filter((other) => other.choice === choice?.key).length;
  const after = step.after.flatMap((key) => titles.get(key) ?? []);
  return [
    step.doer && t(`task.by.${step.doer}`),
    own !== null && t('step.ownDay', { day: postText(own) }),
    step.optional && t('stages.optional'),
    choice && t('choice.any', { need: choice.need, of }),
    after.length > 0 && t('step.waitsFor', { titles: new Intl.ListFormat('en-GB').format(after) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
