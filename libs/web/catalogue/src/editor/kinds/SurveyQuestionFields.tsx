import type { SurveyQuestion } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { CheckField } from '../../fields/CheckField.js';
import { SavingField } from '../../fields/SavingField.js';
import { SelectField } from '../../fields/SelectField.js';
import styles from './PracticalPanel.module.css';
import { bodyOf, SURVEY_TYPES, type SurveyType } from './survey-draft.js';
import { surveyTexts } from './survey-texts.js';
import { SurveyChoicesFields } from './SurveyChoicesFields.js';

interface Props {
  question: SurveyQuestion;
  number: number;
  onChange: (question: SurveyQuestion) => void;
}

/** One question: its words, how it is answered, and whether it has to be. */
export function SurveyQuestionFields({ question, number, onChange }: Props) {
  const { t } = useTexts(surveyTexts);
  const { body } = question;
  const anyText = () => null;
  return (
    <>
      <SavingField
        label={t('question', { number })}
        value={question.text}
        maxLength={400}
        check={(text) => (text ? null : t('questionMissing'))}
        onSave={(text) => onChange({ ...question, text })}
      />
      <SelectField
        label={t('type')}
        options={SURVEY_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        value={body.type}
        onChange={(type) => onChange({ ...question, body: bodyOf(type as SurveyType, body) })}
      />
      {'choices' in body && (
        <SurveyChoicesFields
          choices={body.choices}
          onChange={(choices) => onChange({ ...question, body: { ...body, choices } })}
        />
      )}
      {body.type === 'scale' && (
        <div className={styles.ends}>
          <SavingField
            label={t('low')}
            value={body.low}
            maxLength={60}
            check={anyText}
            onSave={(low) => onChange({ ...question, body: { ...body, low } })}
          />
          <SavingField
            label={t('high')}
            value={body.high}
            maxLength={60}
            check={anyText}
            onSave={(high) => onChange({ ...question, body: { ...body, high } })}
          />
        </div>
      )}
      <CheckField
        label={t('required')}
        checked={question.required}
        onChange={(required) => onChange({ ...question, required })}
      />
    </>
  );
}
