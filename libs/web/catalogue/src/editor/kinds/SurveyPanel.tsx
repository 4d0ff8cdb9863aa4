import type { SurveySettings } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useState } from 'react';
import { CheckField } from '../../fields/CheckField.js';
import styles from './PracticalPanel.module.css';
import { SavingArea } from './practical-saving-area.js';
import type { SettingsPanelProps } from './settings-panel.js';
import { surveyTexts } from './survey-texts.js';
import { SurveyQuestions } from './SurveyQuestions.js';

/** What a survey is made of: with or without names, and what is asked. Each part saves itself. */
export function SurveyPanel({ settings: saved, onSave }: SettingsPanelProps<SurveySettings>) {
  const { t } = useTexts(surveyTexts);
  const [settings, setSettings] = useState(saved);
  const save = (part: Partial<SurveySettings>) => {
    const next = { ...settings, ...part };
    setSettings(next);
    onSave(next);
  };
  return (
    <div className={styles.panel}>
      <CheckField
        label={t('anonymous')}
        hint={t(settings.anonymous ? 'anonymousHint' : 'namedHint')}
        checked={settings.anonymous}
        onChange={(anonymous) => save({ anonymous })}
      />
      <SavingArea
        label={t('instructions')}
        hint={t('instructionsHint')}
        value={settings.instructions}
        maxLength={4000}
        onSave={(instructions) => save({ instructions })}
      />
      <SurveyQuestions questions={settings.questions} onSave={(questions) => save({ questions })} />
    </div>
  );
}
