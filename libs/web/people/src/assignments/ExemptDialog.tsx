import type { PersonAssignment } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { useMe, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import type { AssignmentChanges } from '../api/assignments.js';
import { AreaField } from '../fields/AreaField.js';
import { DateField } from '../fields/DateField.js';
import { Pair } from '../fields/Pair.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { assignmentTexts } from '../texts/assignments.js';
import { commonTexts } from '../texts/common.js';

interface Props {
  assignment: PersonAssignment;
  changes: AssignmentChanges;
  onClose: () => void;
}

/** Asks that somebody need not do a course for a while. */
export function ExemptDialog({ assignment, changes, onClose }: Props) {
  const { t } = useTexts(assignmentTexts);
  const { t: common } = useTexts(commonTexts);
  const { today } = useMe();
  const saved = useSavedForm({
    start: { values: { fromOn: today, toOn: addDays(today, 90), reason: '' }, version: 0 },
    validate: ({ fromOn, toOn, reason }) => ({
      ...(fromOn ? {} : { fromOn: t('dayMissing') }),
      ...(!toOn ? { toOn: t('dayMissing') } : toOn < fromOn ? { toOn: common('required.endBeforeStart') } : {}),
      ...(reason.trim() ? {} : { reason: t('whyMissing') }),
    }),
    save: (values) => changes.exempt({ courseId: assignment.courseId, ...values }),
    onSaved: () => {
      toast(t(assignment.mandatory ? 'exemptAsked' : 'exemptAskedAbove', { title: assignment.title }));
      onClose();
    },
  });
  const field = fieldOf(saved.form);
  return (
    <FormDialog
      title={t('exemptOf', { title: assignment.title })}
      text={t(assignment.mandatory ? 'exemptText' : 'exemptTextAbove')}
      saved={saved}
      action={t('exemptSubmit')}
      onClose={onClose}
    >
      <AreaField label={t('whyField')} maxLength={500} {...field('reason')} />
      <Pair>
        <DateField label={t('from')} today={today} {...field('fromOn')} />
        <DateField label={t('to')} today={today} {...field('toOn')} />
      </Pair>
    </FormDialog>
  );
}
