import type { Leave, PersonAssignments } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import type { AssignmentChanges } from '../api/assignments.js';
import { AreaField } from '../fields/AreaField.js';
import { DateField } from '../fields/DateField.js';
import { Pair } from '../fields/Pair.js';
import { SelectField } from '../fields/SelectField.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { assignmentTexts } from '../texts/assignments.js';
import { commonTexts } from '../texts/common.js';
import { LeaveMoves } from './LeaveMoves.js';

interface Props {
  engagements: PersonAssignments['engagements'];
  /** What is changed; a new one without it. */
  leave?: Leave;
  changes: AssignmentChanges;
  onClose: () => void;
}

/** When somebody is away, and until when as far as is known. */
export function LeaveDialog({ engagements, leave, changes, onClose }: Props) {
  const { t } = useTexts(assignmentTexts);
  const { t: common } = useTexts(commonTexts);
  const { today } = useMe();
  const saved = useSavedForm({
    start: {
      values: {
        engagementId: leave?.engagementId ?? engagements[0]?.id ?? '',
        fromOn: leave?.fromOn ?? today,
        toOn: leave?.toOn ?? '',
        note: leave?.note ?? '',
      },
      version: leave?.version ?? 0,
    },
    validate: ({ fromOn, toOn }) => ({
      ...(fromOn ? {} : { fromOn: t('dayMissing') }),
      ...(!toOn ? { toOn: t('dayMissing') } : toOn < fromOn ? { toOn: common('required.endBeforeStart') } : {}),
    }),
    save: ({ engagementId, ...values }, version) =>
      leave ? changes.saveLeave(leave.id, values, version) : changes.addLeave(engagementId, values),
    onSaved: () => {
      toast(t('leave.saved'));
      onClose();
    },
  });
  const field = fieldOf(saved.form);
  return (
    <FormDialog
      title={t(leave ? 'leave.editTitle' : 'leave.addTitle')}
      text={t('leave.text')}
      saved={saved}
      action={leave ? undefined : t('leave.add')}
      onClose={onClose}
    >
      {!leave && engagements.length > 1 && (
        <SelectField
          label={t('leave.engagement')}
          options={engagements.map(({ id, organisationName }) => ({ value: id, label: organisationName }))}
          {...field('engagementId')}
        />
      )}
      <Pair>
        <DateField label={t('from')} today={today} {...field('fromOn')} />
        <DateField label={t('leave.to')} today={today} {...field('toOn')} />
      </Pair>
      <LeaveMoves
        engagementId={saved.form.values.engagementId}
        leaveId={leave?.id ?? null}
        fromOn={saved.form.values.fromOn}
        toOn={saved.form.values.toOn}
      />
      <AreaField label={t('leave.note')} maxLength={500} {...field('note')} />
    </FormDialog>
  );
}
