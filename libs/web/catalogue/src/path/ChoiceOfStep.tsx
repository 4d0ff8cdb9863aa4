import { useTexts } from '@lms/web-platform';
import { SelectField } from '../fields/SelectField.js';
import { pathTexts } from '../texts/paths.js';
import { setChoice } from './change-draft.js';
import { choiceName } from './choice-name.js';
import type { PathDraft, StageDraft, StepDraft } from './path-draft.js';

interface Props {
  stage: StageDraft;
  step: StepDraft;
  onChange: (change: (draft: PathDraft) => PathDraft) => void;
}

/** Whether a step is asked for by itself, or is one of "any so many of these". */
export function ChoiceOfStep({ stage, step, onChange }: Props) {
  const { t } = useTexts(pathTexts);
  return (
    <SelectField
      label={t('choice.label')}
      hint={t('choice.hint')}
      options={[
        { value: '', label: t('choice.own') },
        ...stage.choices.map(({ key }, at) => ({ value: key, label: choiceName(stage, key, at, t) })),
        { value: 'new', label: t('choice.new') },
      ]}
      value={step.choice ?? ''}
      onChange={(choice) => onChange(setChoice(stage.key, step.key, choice || null))}
    />
  );
}
