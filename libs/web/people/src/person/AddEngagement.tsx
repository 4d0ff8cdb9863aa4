import { useMe, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { useAddEngagement } from '../api/save-engagement.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { personTexts } from '../texts/person.js';
import { emptyEngagement, engagementRequest, missingOfEngagement } from './engagement-values.js';
import { EngagementFields } from './EngagementFields.js';

/** One more engagement: with another employer, or again with the same. */
export function AddEngagement({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTexts(personTexts);
  const { today } = useMe();
  const add = useAddEngagement(personId);
  const saved = useSavedForm({
    start: { values: emptyEngagement, version: 0 },
    validate: missingOfEngagement,
    save: (values) => add(engagementRequest(values)),
    onSaved: () => {
      toast(t('engagements.added'));
      onClose();
    },
  });
  return (
    <FormDialog title={t('engagements.addTitle')} saved={saved} action={t('engagements.add')} onClose={onClose}>
      <EngagementFields field={fieldOf(saved.form)} today={today} />
    </FormDialog>
  );
}
