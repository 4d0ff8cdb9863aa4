import type { ReadAgain } from '@lms/contracts';
import { READ_AGAIN_DAYS } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { ChoiceField } from '@lms/web-ui';
import { activityTexts } from '../texts/activities.js';

const CHOICES = ['everyone', 'unfinished', 'nobody'] as const;

/** Who of those that acknowledged a document reads its new revision too. */
export function ReadAgainField({ value, onChange }: { value: ReadAgain; onChange: (value: ReadAgain) => void }) {
  const { t } = useTexts(activityTexts);
  return (
    <ChoiceField
      legend={t('file.readAgain')}
      hint={t('file.readAgainHint')}
      options={CHOICES.map((choice) => ({ value: choice, label: t(`file.${choice}`, { days: READ_AGAIN_DAYS }) }))}
      value={value}
      onChange={onChange}
    />
  );
}
