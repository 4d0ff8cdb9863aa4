import type { Activity } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useSavePoster } from '../api/save-poster.js';
import { FileButton } from '../fields/FileButton.js';
import { ACCEPTED } from '../resources/resource-file.js';
import { sendChecked } from '../resources/send-resource.js';
import { Sending } from '../resources/Sending.js';
import { useLibraryAddress } from '../resources/use-library-address.js';
import { useSend } from '../resources/use-send.js';
import { activityTexts } from '../texts/activities.js';
import { PickMoment } from './PickMoment.js';
import styles from './PosterField.module.css';

interface Props {
  courseId: string;
  versionId: string;
  activity: Activity;
}

/** The picture that stands there before a film plays: one's own, or a moment of the film. */
export function PosterField({ courseId, versionId, activity }: Props) {
  const { t } = useTexts(activityTexts);
  const [picking, setPicking] = useState(false);
  const save = useSavePoster(courseId, versionId, activity);
  const { send, underway, error } = useSend(['image'], sendChecked, (uploadId) =>
    save.mutate(uploadId, { onSuccess: () => toast(t('poster.taken')) }),
  );
  const address = useLibraryAddress();
  const { poster, sha256, title } = activity;
  const [picture, film] = [poster && address(poster), sha256 && address(sha256)];
  return (
    <fieldset className={styles.poster}>
      <legend>{t('poster.title')}</legend>
      {poster ? (
        picture && <img className={styles.picture} src={picture} alt={t('poster.now')} />
      ) : (
        <p className={styles.none}>{t('poster.none')}</p>
      )}
      <Sending underway={underway} error={error} />
      {save.error && <Notice tone="danger">{problemText(save.error)}</Notice>}
      <FormActions>
        <Button onClick={() => setPicking(true)} aria-disabled={!film || undefined}>
          {t('poster.pick')}
        </Button>
        <FileButton
          accept={ACCEPTED.image}
          busy={underway !== null || save.isPending}
          onFiles={([file]) => file && send(file)}
        >
          {t('poster.upload')}
        </FileButton>
        {poster && (
          <Button variant="quiet" onClick={() => save.mutate(null)}>
            {t('poster.remove')}
          </Button>
        )}
      </FormActions>
      {picking && film && (
        <PickMoment
          film={film}
          title={title}
          onClose={() => setPicking(false)}
          onTaken={(file) => {
            setPicking(false);
            send(file);
          }}
        />
      )}
    </fieldset>
  );
}
