import type { Engagement, Person } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { personQuery } from '../api/person.js';
import { useSaveEngagement } from '../api/save-engagement.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { personTexts } from '../texts/person.js';
import { engagementRequest, engagementValues, missingOfEngagement } from './engagement-values.js';
import { EngagementFields } from './EngagementFields.js';
import { showEngagement } from './show-engagement.js';

interface Props {
  personId: string;
  engagement: Engagement;
  onClose: () => void;
}

/** An engagement that exists. Its newest state comes with its person. */
export function EditEngagement({ personId, engagement, onClose }: Props) {
  const { t } = useTexts(personTexts);
  const { today } = useMe();
  const client = useQueryClient();
  const save = useSaveEngagement(engagement.id);
  const seen = (person: Person) => {
    const read = person.engagements.find(({ id }) => id === engagement.id) ?? engagement;
    return { values: engagementValues(read), version: read.version };
  };
  const saved = useSavedForm({
    start: { values: engagementValues(engagement), version: engagement.version },
    validate: missingOfEngagement,
    save: (values, version) => save(engagementRequest(values), version),
    reload: async () => seen(await client.fetchQuery({ ...personQuery(personId), staleTime: 0 })),
    onSaved: () => {
      toast(t('engagements.saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('engagements.editTitle', { organisation: engagement.organisationName })}
      text={t('engagements.editText')}
      saved={saved}
      onClose={onClose}
    >
      <EngagementFields field={fieldOf(saved.form, { theirs: saved.theirs, show: showEngagement })} today={today} />
    </FormDialog>
  );
}
