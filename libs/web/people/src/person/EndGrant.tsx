import type { RoleGrant } from '@lms/contracts';
import { formatDay, useMe, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { useEndGrant } from '../api/grants.js';
import { DateField } from '../fields/DateField.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';
import { useRoleName } from './use-role-name.js';

interface Props {
  grant: RoleGrant;
  personName: string;
  onClose: () => void;
}

/** Says what ends before it ends it. */
export function EndGrant({ grant, personName, onClose }: Props) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const { today } = useMe();
  const roleName = useRoleName();
  const end = useEndGrant(grant.id);
  const saved = useSavedForm({
    start: { values: { endsOn: grant.endsOn && grant.endsOn < today ? grant.endsOn : today }, version: 0 },
    validate: ({ endsOn }): Record<string, string> => (endsOn ? {} : { endsOn: common('required.endsOn') }),
    save: async (values) => {
      await end(values);
      return values.endsOn;
    },
    onSaved: (day) => {
      toast(t('roles.endedToast', { day: formatDay(day) }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('roles.endTitle')}
      text={t('roles.endText', { role: roleName(grant), name: personName })}
      saved={saved}
      action={t('roles.endSubmit')}
      danger
      onClose={onClose}
    >
      <DateField
        label={t('roles.lastDay')}
        today={today}
        autoFocus
        {...fieldOf(saved.form)('endsOn')}
        hint={t('roles.endHint')}
      />
    </FormDialog>
  );
}
