import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { CheckField } from '../fields/CheckField.js';
import { pathTexts } from '../texts/paths.js';
import { setStep } from './change-draft.js';
import { ChoiceOfStep } from './ChoiceOfStep.js';
import { stepOffsetOf, type PathDraft, type StageDraft, type StepDraft } from './path-draft.js';
import { Prerequisites } from './Prerequisites.js';
import styles from './Stages.module.css';
import { TaskFields } from './TaskFields.js';

interface Props {
  draft: PathDraft;
  stage: StageDraft;
  step: StepDraft;
  onChange: (change: (draft: PathDraft) => PathDraft, typing?: string) => void;
}

/** Everything about one step. A milestone has a name alone: it waits for what stands before it. */
export function StepPanel({ draft, stage, step, onChange }: Props) {
  const { t } = useTexts(pathTexts);
  const set = (change: Partial<StepDraft>, field?: keyof StepDraft) =>
    onChange(setStep(stage.key, step.key, change), field && `${step.key}/${field}`);
  if (step.kind === 'milestone') {
    return (
      <div className={styles.panel}>
        <TextField
          label={t('milestone.title')}
          hint={t('milestone.hint')}
          value={step.title}
          maxLength={120}
          error={step.title.trim() ? null : t('step.titleMissing')}
          onChange={(event) => set({ title: event.target.value }, 'title')}
        />
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      {step.kind === 'task' && <TaskFields step={step} onSet={set} />}
      <div className={styles.pair}>
        <TextField
          label={t('step.day')}
          hint={t('step.dayHint', { day: stage.offset })}
          value={step.offset}
          autoComplete="off"
          error={stepOffsetOf(step, stage) === null ? t('stages.offsetWrong') : null}
          onChange={(event) => set({ offset: event.target.value }, 'offset')}
        />
        <ChoiceOfStep stage={stage} step={step} onChange={onChange} />
      </div>
      {step.choice === null && (
        <CheckField
          label={t('stages.optional')}
          hint={t('step.optionalHint')}
          checked={step.optional}
          onChange={(optional) => set({ optional })}
        />
      )}
      <Prerequisites draft={draft} step={step} onChange={(after) => set({ after })} />
    </div>
  );
}
