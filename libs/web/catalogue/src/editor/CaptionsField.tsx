import type { Activity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useState } from 'react';
import { CheckField } from '../fields/CheckField.js';
import { FileButton } from '../fields/FileButton.js';
import { SelectField } from '../fields/SelectField.js';
import { activityTexts } from '../texts/activities.js';
import type { CaptionsPlace } from '../uploads/upload-entry.js';
import { languageLabel, languages } from './languages.js';
import styles from './CaptionsField.module.css';

interface Props {
  activity: Activity;
  noSpeech: boolean;
  onNoSpeech: (noSpeech: boolean) => void;
  onFiles: (files: File[], place: CaptionsPlace) => void;
}

/** The captions of a video by language, or that nobody speaks in it. */
export function CaptionsField({ activity, noSpeech, onNoSpeech, onFiles }: Props) {
  const { t } = useTexts(activityTexts);
  const [language, setLanguage] = useState('en');
  const place = { activityId: activity.id, language, label: languageLabel(language) };
  return (
    <fieldset className={styles.captions}>
      <legend>{t('captions.title')}</legend>
      <p className={styles.has}>
        {activity.captions.length > 0
          ? t('captions.has', { languages: activity.captions.map(({ label }) => label).join(', ') })
          : t('captions.none')}
      </p>
      <div className={styles.add}>
        <SelectField label={t('captions.language')} options={languages()} value={language} onChange={setLanguage} />
        <FileButton accept=".vtt" onFiles={(files) => onFiles(files, place)}>
          {t('captions.add')}
        </FileButton>
      </div>
      {activity.captions.length === 0 && (
        <CheckField
          label={t('captions.noSpeech')}
          hint={t('captions.noSpeechHint')}
          checked={noSpeech}
          onChange={onNoSpeech}
        />
      )}
    </fieldset>
  );
}
