import type { Activity } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Hidden, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useRemoveCaptions } from '../api/remove-captions.js';
import { CheckField } from '../fields/CheckField.js';
import { FileButton } from '../fields/FileButton.js';
import { SelectField } from '../fields/SelectField.js';
import { activityTexts } from '../texts/activities.js';
import type { CaptionsPlace } from '../uploads/upload-entry.js';
import { languageLabel, languages } from './languages.js';
import styles from './CaptionsField.module.css';

interface Props {
  courseId: string;
  versionId: string;
  activity: Activity;
  noSpeech: boolean;
  onNoSpeech: (noSpeech: boolean) => void;
  onFiles: (files: File[], place: CaptionsPlace) => void;
}

/** The captions of a video by language, or that nobody speaks in it. */
export function CaptionsField({ courseId, versionId, activity, noSpeech, onNoSpeech, onFiles }: Props) {
  const { t } = useTexts(activityTexts);
  const remove = useRemoveCaptions(courseId, versionId, activity);
  const [chosen, setChosen] = useState('en');
  const has = new Set(activity.captions.map(({ language }) => language));
  const left = languages().filter(({ value }) => !has.has(value));
  const language = left.some(({ value }) => value === chosen) ? chosen : (left[0]?.value ?? null);
  return (
    <fieldset className={styles.captions}>
      <legend>{t('captions.title')}</legend>
      {activity.captions.length > 0 ? (
        <ul className={styles.list} aria-label={t('captions.list')}>
          {activity.captions.map(({ language: code, label }) => {
            const named = <Hidden>{t('captions.in', { language: label })}</Hidden>;
            return (
              <li key={code}>
                <span lang="en">{label}</span>
                <FileButton
                  variant="quiet"
                  accept=".vtt"
                  onFiles={(files) => onFiles(files, { activityId: activity.id, language: code, label })}
                >
                  {t('captions.replace')}
                  {named}
                </FileButton>
                <Button
                  variant="quiet"
                  onClick={() =>
                    remove.mutate(code, { onSuccess: () => toast(t('captions.removed', { language: label })) })
                  }
                >
                  {t('captions.remove')}
                  {named}
                </Button>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className={styles.has}>{t('captions.none')}</p>
      )}
      {remove.error && <Notice tone="danger">{problemText(remove.error)}</Notice>}
      {language === null ? (
        <p className={styles.has}>{t('captions.all')}</p>
      ) : (
        <div className={styles.add}>
          <SelectField label={t('captions.language')} options={left} value={language} onChange={setChosen} />
          <FileButton
            accept=".vtt"
            onFiles={(files) => onFiles(files, { activityId: activity.id, language, label: languageLabel(language) })}
          >
            {t('captions.add')}
          </FileButton>
        </div>
      )}
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
