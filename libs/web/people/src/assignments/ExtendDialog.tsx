import type { PersonAssignment } from '@lms/contracts';
import { formatDay, useMe, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import type { AssignmentChanges } from '../api/assignments.js';
import { AreaField } from '../fields/AreaField.js';
import { DateField } from '../fields/DateField.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { assignmentTexts } from '../texts/assignments.js';

interface Props {
  assignment: PersonAssignment;
  changes: AssignmentChanges;
  onClose: () => void;
}

/** A later due date, and why. */
export function ExtendDialog({ assignment, changes, onClose }: Props) {
  const { t } = useTexts(assignmentTexts);
  const { today } = useMe();
  const dueOn = assignment.dueOn ?? today;
  const saved = useSavedForm({
    start: { values: { dueOn: '', reason: '' }, version: 0 },
    validate: (values) => ({
      ...(values.dueOn > dueOn && values.dueOn >= today ? {} : { dueOn: t('laterDay') }),
      ...(values.reason.trim() ? {} : { reason: t('whyMissing') }),
    }),
    save: async (values) => {
      await changes.extend(assignment.id, values);
      return values.dueOn;
    },
    onSaved: (day) => {
      toast(t('extendedNow', { title: assignment.title, day: formatDay(day) }));
      onClose();
    },
  });
  const field = fieldOf(saved.form);
  return (
    <FormDialog
      title={t('extendOf', { title: assignment.title })}
      text={t('extendText', { day: formatDay(dueOn) })}
      saved={saved}
      action={t('extendSubmit')}
      onClose={onClose}
    >
      <DateField label={t('newDue')} today={today} autoFocus {...field('dueOn')} />
      <AreaField label={t('whyField')} maxLength={500} {...field('reason')} />
    </FormDialog>
  );
}
