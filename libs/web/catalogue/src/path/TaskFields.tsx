import { TASK_DOERS } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { AreaField } from '../fields/AreaField.js';
import { SelectField } from '../fields/SelectField.js';
import { pathTexts } from '../texts/paths.js';
import type { StepDraft } from './path-draft.js';
import styles from './Stages.module.css';

interface Props {
  step: StepDraft;
  onSet: (change: Partial<StepDraft>, field?: keyof StepDraft) => void;
}

/** What a task is, who does it, and how its learner reads it. */
export function TaskFields({ step, onSet }: Props) {
  const { t } = useTexts(pathTexts);
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t('task.title')}
          hint={t('task.titleHint', { name: '{name}' })}
          value={step.title}
          maxLength={120}
          error={step.title.trim() ? null : t('step.titleMissing')}
          onChange={(event) => onSet({ title: event.target.value }, 'title')}
        />
        <SelectField
          label={t('task.doer')}
          options={TASK_DOERS.map((doer) => ({ value: doer, label: t(`task.doerName.${doer}`) }))}
          value={step.doer ?? 'buddy'}
          onChange={(value) => onSet({ doer: TASK_DOERS.find((doer) => doer === value) ?? 'buddy' })}
        />
      </div>
      {step.doer !== 'learner' && (
        <TextField
          label={t('task.learnerTitle')}
          hint={t('task.learnerTitleHint', { who: '{who}' })}
          value={step.learnerTitle}
          maxLength={120}
          onChange={(event) => onSet({ learnerTitle: event.target.value }, 'learnerTitle')}
        />
      )}
      <AreaField
        label={t('task.instructions')}
        hint={t('task.instructionsHint')}
        value={step.instructions}
        maxLength={2000}
        onChange={(event) => onSet({ instructions: event.currentTarget.value }, 'instructions')}
      />
    </>
  );
}
