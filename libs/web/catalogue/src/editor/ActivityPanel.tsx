import type { Activity } from '@lms/contracts';
import { fieldProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Hidden, Notice } from '@lms/web-ui';
import { SavedMark } from '../components/SavedMark.js';
import { SavingField } from '../fields/SavingField.js';
import { wholeNumber } from '../fields/whole-number.js';
import { activityTexts } from '../texts/activities.js';
import type { CaptionsPlace } from '../uploads/upload-entry.js';
import { ActivityConflict } from './ActivityConflict.js';
import { CaptionsField } from './CaptionsField.js';
import { FileField } from './FileField.js';
import { KindPanel } from './kinds/KindPanel.js';
import { OutsideHostsField } from './OutsideHostsField.js';
import { PosterField } from './PosterField.js';
import { RuleField } from './RuleField.js';
import { useActivityEditing } from './use-activity-editing.js';
import styles from './ActivityPanel.module.css';

interface Props {
  courseId: string;
  versionId: string;
  activity: Activity;
  onCaptions: (files: File[], place: CaptionsPlace) => void;
  onClose: () => void;
}

const hasFile = (activity: Activity): activity is Activity & { kind: 'document' | 'video' } =>
  activity.kind === 'document' || activity.kind === 'video';

/** Everything about one activity of a draft. Each field saves itself. */
export function ActivityPanel({ courseId, versionId, activity, onCaptions, onClose }: Props) {
  const { t } = useTexts(activityTexts);
  const editing = useActivityEditing(courseId, versionId, activity);
  const { save, keep, pending, error, mine, round } = editing;
  // The box answers at once; if saving fails it goes back and the notice says why.
  const noSpeech = pending?.noSpeech ?? activity.noSpeech;
  const inMinutes = (text: string) => wholeNumber(text, 1, 60_000);
  return (
    <div className={styles.panel}>
      <ActivityConflict activity={activity} editing={editing} />
      {error && !mine && !fieldProblem(error, 'outsideHosts') ? (
        <Notice tone="danger">{problemText(error)}</Notice>
      ) : null}
      <div className={styles.fields} key={`fields-${round}`}>
        <SavingField
          label={t('title')}
          hint={activity.fileName ? t('fileName', { name: activity.fileName }) : undefined}
          maxLength={120}
          value={activity.title}
          keep={`${activity.id}.title`}
          check={(text) => (text ? null : t('titleMissing'))}
          onSave={(title) => save({ title })}
        />
        <SavingField
          label={t('minutes')}
          hint={t('minutesHint')}
          inputMode="numeric"
          value={activity.minutes === null ? '' : String(activity.minutes)}
          keep={`${activity.id}.minutes`}
          check={(text) => (text && inMinutes(text) === null ? t('minutesWrong') : null)}
          onSave={(text) => save({ minutes: inMinutes(text) })}
        />
      </div>
      {activity.completionRule && (
        <RuleField
          key={`rule-${round}`}
          rule={activity.completionRule}
          lessons={activity.lessons ?? 1}
          onSave={(completionRule) => save({ completionRule })}
        />
      )}
      {activity.completionRule && (
        <OutsideHostsField
          key={`hosts-${round}`}
          hosts={activity.outsideHosts}
          saving={pending !== null}
          error={error}
          onSave={(outsideHosts) => save({ outsideHosts })}
        />
      )}
      {hasFile(activity) && (
        <FileField
          courseId={courseId}
          versionId={versionId}
          activity={activity}
          readAgain={pending?.readAgain ?? activity.readAgain}
          onReadAgain={(readAgain) => save({ readAgain })}
        />
      )}
      <KindPanel
        key={`kind-${round}`}
        courseId={courseId}
        versionId={versionId}
        activity={activity}
        onSave={(settings) => save({ settings })}
        onKeep={(settings) => keep({ settings })}
        onMinutes={(minutes) => save({ minutes })}
      />
      {activity.kind === 'video' && <PosterField courseId={courseId} versionId={versionId} activity={activity} />}
      {activity.kind === 'video' && (
        <CaptionsField
          courseId={courseId}
          versionId={versionId}
          activity={activity}
          noSpeech={noSpeech}
          onNoSpeech={(silent) => save({ noSpeech: silent })}
          onFiles={onCaptions}
        />
      )}
      <FormActions>
        <Button onClick={onClose}>
          {t('done')}
          <Hidden>{t('named', { title: activity.title })}</Hidden>
        </Button>
        {(pending !== null || error !== null) && <SavedMark saving={pending !== null} failed={error !== null} />}
      </FormActions>
    </div>
  );
}
