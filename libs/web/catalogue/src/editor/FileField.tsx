import type { Activity, ReadAgain } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { FormActions, Notice, toast } from '@lms/web-ui';
import { useReplaceFile } from '../api/replace-file.js';
import { FileButton } from '../fields/FileButton.js';
import { ReadAgainField } from '../fields/ReadAgainField.js';
import { ACCEPTED } from '../resources/resource-file.js';
import { sendChecked } from '../resources/send-resource.js';
import { Sending } from '../resources/Sending.js';
import { useSend } from '../resources/use-send.js';
import { activityTexts } from '../texts/activities.js';
import styles from './FileField.module.css';

interface Props {
  courseId: string;
  versionId: string;
  activity: Activity & { kind: 'document' | 'video' };
  readAgain: ReadAgain;
  onReadAgain: (readAgain: ReadAgain) => void;
}

/** Another file in the place of an activity's; of a document, who reads it again once it is not what was published. */
export function FileField({ courseId, versionId, activity, readAgain, onReadAgain }: Props) {
  const { t } = useTexts(activityTexts);
  const replace = useReplaceFile(courseId, versionId, activity);
  const { send, underway, error } = useSend([activity.kind], sendChecked, (uploadId, { name }) =>
    replace.mutate({ uploadId, readAgain }, { onSuccess: () => toast(t('file.replaced', { name })) }),
  );
  return (
    <div className={styles.file}>
      <FormActions>
        <FileButton
          accept={ACCEPTED[activity.kind]}
          busy={underway !== null || replace.isPending}
          onFiles={([file]) => file && send(file)}
        >
          {t('file.replace')}
        </FileButton>
      </FormActions>
      <Sending underway={underway} error={error} />
      {replace.error && <Notice tone="danger">{problemText(replace.error)}</Notice>}
      {activity.revised && <ReadAgainField value={readAgain} onChange={onReadAgain} />}
    </div>
  );
}
