import type { PathVersion } from '@lms/contracts';
import type { ComparedPath, ComparedStep } from '@lms/domain';
import { draftOf, placedSteps, stepOffsetOf, type PathDraft } from './path-draft.js';
import { postText, type PathT } from './words.js';
import { audienceWords } from './audience-words.js';

/** A draft or a version, in words, as a reviewer compares it. */
export function comparedPath(draft: PathDraft, t: PathT): ComparedPath {
  const titles = new Map(placedSteps(draft).map(({ key, title }) => [key, title]));
  const { groups, kinds } = audienceWords(draft.audience, t);
  return {
    fields: {
      audience: t('audience.sentence', { groups, kinds }),
      sequential: t(draft.sequential ? 'stages.inOrder' : 'stages.anyOrder'),
    },
    steps: draft.stages.flatMap((stage) =>
      stage.steps.map((step): ComparedStep => {
        const choice = stage.choices.find(({ key }) => key === step.choice);
        const of = stage.steps.filter((other) => other.choice === choice?.key).length;
        return {
          key: step.key,
          title: step.title,
          stage: stage.title,
          fields: {
            day: postText(stepOffsetOf(step, stage) ?? 0),
            doer: step.doer && t(`task.doerName.${step.doer}`),
            learnerTitle: step.learnerTitle || null,
            instructions: step.instructions || null,
            optional: choice
              ? t('choice.any', { need: choice.need, of })
              : t(step.optional ? 'stages.optional' : 'stages.required'),
            after: step.after.map((key) => titles.get(key) ?? '').join(', ') || null,
          },
        };
      }),
    ),
  };
}

export const comparedVersion = (version: PathVersion, t: PathT): ComparedPath => comparedPath(draftOf(version), t);
