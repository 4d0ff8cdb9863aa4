import { useTexts } from '@lms/web-platform';
import { SelectField } from '../fields/SelectField.js';
import { pathTexts } from '../texts/paths.js';
import { setNeed } from './change-draft.js';
import type { PathDraft, StageDraft } from './path-draft.js';
import styles from './Stages.module.css';

interface Props {
  stage: StageDraft;
  onChange: (change: (draft: PathDraft) => PathDraft) => void;
}

/** The choices of a stage, each with how many of its steps are enough. */
export function Choices({ stage, onChange }: Props) {
  const { t } = useTexts(pathTexts);
  return stage.choices.map(({ key, need }) => {
    const members = stage.steps.filter(({ choice }) => choice === key);
    const titles = members.map(({ title }) => title || t('stages.untitled')).join(', ');
    const most = Math.max(members.length - 1, need);
    return (
      <div key={key} className={styles.choice}>
        <SelectField
          label={t('choice.need', { titles })}
          error={members.length <= need ? t('choice.tooFew') : null}
          options={Array.from({ length: most }, (_, at) => ({
            value: String(at + 1),
            label: t('choice.any', { need: at + 1, of: members.length }),
          }))}
          value={String(need)}
          onChange={(value) => onChange(setNeed(stage.key, key, Number(value)))}
        />
      </div>
    );
  });
}
