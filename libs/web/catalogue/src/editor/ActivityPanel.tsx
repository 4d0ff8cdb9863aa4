import type { Activity } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Hidden, Notice } from '@lms/web-ui';
import { useSaveActivity } from '../api/save-activity.js';
import { SavedMark } from '../components/SavedMark.js';
import { SavingField } from '../fields/SavingField.js';
import { wholeNumber } from '../fields/whole-number.js';
import { activityTexts } from '../texts/activities.js';
import type { CaptionsPlace } from '../uploads/upload-entry.js';
import { CaptionsField } from './CaptionsField.js';
import { KindPanel } from './kinds/KindPanel.js';
import { RuleField } from './RuleField.js';
import styles from './ActivityPanel.module.css';

interface Props {
  courseId: string;
  versionId: string;
  activity: Activity;
  onCaptions: (files: File[], place: CaptionsPlace) => void;
  onClose: () => void;
}

/** Everything about one activity of a draft. Each field saves itself. */
export function ActivityPanel({ courseId, versionId, activity, onCaptions, onClose }: Props) {
  const { t } = useTexts(activityTexts);
  const save = useSaveActivity(courseId, versionId, activity);
  // The box answers at once; if saving fails it goes back and the notice says why.
  const noSpeech = (save.isPending ? save.variables.noSpeech : undefined) ?? activity.noSpeech;
  const inMinutes = (text: string) => wholeNumber(text, 1, 60_000);
  return (
    <div className={styles.panel}>
      {save.error && <Notice tone="danger">{problemText(save.error)}</Notice>}
      <div className={styles.fields}>
        <SavingField
          label={t('title')}
          hint={activity.fileName ? t('fileName', { name: activity.fileName }) : undefined}
          maxLength={120}
          value={activity.title}
          check={(text) => (text ? null : t('titleMissing'))}
          onSave={(title) => save.mutate({ title })}
        />
        <SavingField
          label={t('minutes')}
          hint={t('minutesHint')}
          inputMode="numeric"
          value={activity.minutes === null ? '' : String(activity.minutes)}
          check={(text) => (text && inMinutes(text) === null ? t('minutesWrong') : null)}
          onSave={(text) => save.mutate({ minutes: inMinutes(text) })}
        />
      </div>
      {activity.completionRule && (
        <RuleField rule={activity.completionRule} onSave={(completionRule) => save.mutate({ completionRule })} />
      )}
      <KindPanel
        courseId={courseId}
        versionId={versionId}
        activity={activity}
        onSave={(settings) => save.mutate({ settings })}
        onKeep={(settings) => save.mutateAsync({ settings })}
        onMinutes={(minutes) => save.mutate({ minutes })}
      />
      {activity.kind === 'video' && (
        <CaptionsField
          activity={activity}
          noSpeech={noSpeech}
          onNoSpeech={(noSpeech) => save.mutate({ noSpeech })}
          onFiles={onCaptions}
        />
      )}
      <FormActions>
        <Button onClick={onClose}>
          {t('done')}
          <Hidden>{t('named', { title: activity.title })}</Hidden>
        </Button>
        <SavedMark saving={save.isPending} failed={save.isError} />
      </FormActions>
    </div>
  );
}
