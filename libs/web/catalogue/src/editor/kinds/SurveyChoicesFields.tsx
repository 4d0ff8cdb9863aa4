import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon } from '@lms/web-ui';
import { SavingField } from '../../fields/SavingField.js';
import styles from './PracticalPanel.module.css';
import { surveyTexts } from './survey-texts.js';

const MOST_CHOICES = 20;

interface Choice {
  id: string;
  text: string;
}
interface Props {
  choices: readonly Choice[];
  onChange: (choices: Choice[]) => void;
}

/** What there is to choose from, a line each. */
export function SurveyChoicesFields({ choices, onChange }: Props) {
  const { t } = useTexts(surveyTexts);
  return (
    <fieldset className={styles.choices}>
      <legend>{t('choices')}</legend>
      <ul>
        {choices.map(({ id, text }, index) => (
          <li key={id} className={styles.choice}>
            <SavingField
              label={t('choice', { number: index + 1 })}
              value={text}
              maxLength={200}
              check={(words) => (words ? null : t('choiceMissing'))}
              onSave={(words) => onChange(choices.map((one) => (one.id === id ? { id, text: words } : one)))}
            />
            <Button size="small" variant="quiet" onClick={() => onChange(choices.filter((one) => one.id !== id))}>
              <Icon name="close" size={18} />
              <Hidden>
                {t('remove')}
                {t('named', { name: text || t('choice', { number: index + 1 }) })}
              </Hidden>
            </Button>
          </li>
        ))}
      </ul>
      {choices.length < 2 && <p className={styles.note}>{t('choicesFew')}</p>}
      {choices.length < MOST_CHOICES && (
        <Button size="small" onClick={() => onChange([...choices, { id: crypto.randomUUID(), text: '' }])}>
          <Icon name="add" size={16} />
          {t('addChoice')}
        </Button>
      )}
    </fieldset>
  );
}
