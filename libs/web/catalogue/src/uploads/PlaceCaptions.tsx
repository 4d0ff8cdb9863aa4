import type { Activity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import { useState } from 'react';
import { languageLabel, languages } from '../editor/languages.js';
import { SelectField } from '../fields/SelectField.js';
import { uploadTexts } from '../texts/uploads.js';
import type { CaptionsPlace } from './upload-entry.js';
import styles from './UploadTray.module.css';

/** Captions that came without their video: which one, and in which language. */
export function PlaceCaptions({
  videos,
  onPlace,
}: {
  videos: readonly Activity[];
  onPlace: (place: CaptionsPlace) => void;
}) {
  const { t } = useTexts(uploadTexts);
  const [language, setLanguage] = useState('en');
  const likely = videos.find((video) => video.captions.length === 0 && !video.noSpeech) ?? videos[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const activityId = chosen ?? likely?.id;
  if (!activityId) return <p>{t('noVideo')}</p>;
  return (
    <div className={styles.ask}>
      <SelectField
        label={t('video')}
        options={videos.map((video) => ({ value: video.id, label: video.title }))}
        value={activityId}
        onChange={setChosen}
      />
      <SelectField label={t('language')} options={languages()} value={language} onChange={setLanguage} />
      <Button variant="main" onClick={() => onPlace({ activityId, language, label: languageLabel(language) })}>
        {t('place')}
      </Button>
    </div>
  );
}
