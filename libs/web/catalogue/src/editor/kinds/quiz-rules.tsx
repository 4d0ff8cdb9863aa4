import type { QuizSettings } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useId } from 'react';
import { SavingField } from '../../fields/SavingField.js';
import { wholeNumber } from '../../fields/whole-number.js';
import { quizPanelTexts } from './quiz-texts.js';
import styles from './quiz-panel.module.css';

interface Props {
  settings: QuizSettings;
  /** How many questions it asks, as far as that is known. */
  total: number | null;
  onChange: (part: Partial<QuizSettings>) => void;
}

/** When it is passed, how often it may be tried, how long it may take. */
export function QuizRules({ settings, total, onChange }: Props) {
  const { t } = useTexts(quizPanelTexts);
  const heading = useId();
  const { passMark, attemptsLimit, coolDownMinutes, timeLimitMinutes } = settings;
  const inPercent = (text: string) => wholeNumber(text, 0, 100);
  const inTries = (text: string) => wholeNumber(text, 1, 100);
  const inPause = (text: string) => wholeNumber(text, 0, 43_200);
  const inTime = (text: string) => wholeNumber(text, 1, 1440);
  const textOf = (value: number | null) => (value === null ? '' : String(value));
  return (
    <div role="group" className={styles.part} aria-labelledby={heading}>
      <h4 id={heading}>{t('rules')}</h4>
      <div className={styles.rules}>
        <SavingField
          label={t('passMark')}
          hint={t('passMarkHint')}
          inputMode="numeric"
          value={String(passMark)}
          check={(text) => (inPercent(text) === null ? t('passMarkWrong') : null)}
          onSave={(text) => onChange({ passMark: inPercent(text) ?? passMark })}
        />
        <SavingField
          label={t('tries')}
          hint={t('triesHint')}
          inputMode="numeric"
          value={textOf(attemptsLimit)}
          check={(text) => (text && inTries(text) === null ? t('triesWrong') : null)}
          onSave={(text) => onChange({ attemptsLimit: text ? inTries(text) : null })}
        />
        <SavingField
          label={t('coolDown')}
          hint={t('coolDownHint')}
          inputMode="numeric"
          value={String(coolDownMinutes)}
          check={(text) => (inPause(text) === null ? t('coolDownWrong') : null)}
          onSave={(text) => onChange({ coolDownMinutes: inPause(text) ?? coolDownMinutes })}
        />
        <SavingField
          label={t('time')}
          hint={t('timeHint')}
          inputMode="numeric"
          value={textOf(timeLimitMinutes)}
          check={(text) => (text && inTime(text) === null ? t('timeWrong') : null)}
          onSave={(text) => onChange({ timeLimitMinutes: text ? inTime(text) : null })}
        />
      </div>
      {total !== null && total > 0 && passMark > 0 && (
        <p className={styles.stands}>
          {t('passed', { count: total, right: Math.min(total, Math.ceil((total * passMark) / 100)) })}
        </p>
      )}
    </div>
  );
}
