import { QUESTION_TYPES } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { FieldShell } from '@lms/web-ui';
import { AreaField } from '../../fields/AreaField.js';
import { CheckField } from '../../fields/CheckField.js';
import { SelectField } from '../../fields/SelectField.js';
import { TagsField } from '../../fields/TagsField.js';
import { questionTexts } from '../texts.js';
import { typeKey } from '../type-names.js';
import { BodyFields } from './BodyFields.js';
import type { QuestionDraft } from './question-draft.js';
import type { Faults } from './question-faults.js';

interface Props {
  draft: QuestionDraft;
  faults: Faults;
  onChange: (change: Partial<QuestionDraft>) => void;
}

/** Everything about a question. */
export function QuestionFields({ draft, faults, onChange }: Props) {
  const { t } = useTexts(questionTexts);
  return (
    <>
      <AreaField
        label={t('edit.text')}
        maxLength={2000}
        value={draft.text}
        error={faults.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <SelectField
        label={t('edit.type')}
        value={draft.type}
        options={QUESTION_TYPES.map((type) => ({ value: type, label: t(typeKey[type]) }))}
        onChange={(value) => onChange({ type: QUESTION_TYPES.find((type) => type === value) ?? draft.type })}
      />
      <BodyFields draft={draft} faults={faults} onChange={onChange} />
      <FieldShell label={t('edit.tags')} hint={t('edit.tagsHint')}>
        {(ids) => <TagsField {...ids} value={draft.tags} onChange={(tags) => onChange({ tags })} />}
      </FieldShell>
      <CheckField
        label={t('edit.critical')}
        hint={t('edit.criticalHint')}
        checked={draft.safetyCritical}
        onChange={(safetyCritical) => onChange({ safetyCritical })}
      />
      <AreaField
        label={t('edit.explanation')}
        hint={t('edit.explanationHint')}
        maxLength={2000}
        value={draft.explanation}
        onChange={(event) => onChange({ explanation: event.currentTarget.value })}
      />
    </>
  );
}
