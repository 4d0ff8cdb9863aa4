import type { Person, RoleGrant } from '@lms/contracts';
import { mayGrant, PERMISSIONS } from '@lms/domain';
import { useMe, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { coordinatedChoices } from '../api/choices.js';
import { useGrantRole } from '../api/grants.js';
import type { Choice } from '../fields/choice.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import { DateField } from '../fields/DateField.js';
import { Pair } from '../fields/Pair.js';
import { SelectField } from '../fields/SelectField.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { roles } from '../shared/words.js';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';

interface Values {
  role: RoleGrant['role'] | '';
  organisationId: Choice | null;
  startsOn: string;
  endsOn: string;
}

/** Gives a role that opens no more than one’s own, from a day on. A coordinator has one organisation. */
export function GrantRole({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const { today, permissions } = useMe();
  const held = new Set(PERMISSIONS.filter((permission) => permissions.includes(permission)));
  const grant = useGrantRole(person.id);
  const start: Values = { role: '', organisationId: null, startsOn: today, endsOn: '' };
  const saved = useSavedForm({
    start: { values: start, version: 0 },
    validate: ({ role, organisationId, startsOn, endsOn }) => ({
      ...(role ? {} : { role: t('roles.missing') }),
      ...(role === 'coordinator' && !organisationId ? { organisationId: t('roles.organisationMissing') } : {}),
      ...(startsOn ? {} : { startsOn: common('required.startsOn') }),
      ...(endsOn && endsOn < startsOn ? { endsOn: common('required.endBeforeStart') } : {}),
    }),
    save: ({ role, organisationId, startsOn, endsOn }) =>
      grant({
        role: role || 'auditor',
        organisationId: role === 'coordinator' ? (organisationId?.value ?? null) : null,
        startsOn,
        endsOn: endsOn || null,
      }),
    onSaved: () => {
      toast(t('roles.given'));
      onClose();
    },
  });
  const field = fieldOf(saved.form);
  const { role } = saved.form.values;
  return (
    <FormDialog
      title={t('roles.addTitle', { name: person.name })}
      saved={saved}
      action={t('roles.submit')}
      onClose={onClose}
    >
      <SelectField
        label={t('roles.role')}
        options={[
          { value: '', label: t('roles.choose') },
          ...roles.filter((role) => mayGrant(held, role)).map((value) => ({ value, label: common(`role.${value}`) })),
        ]}
        {...field('role')}
        hint={role && t(`roles.about.${role}`)}
      />
      {role === 'coordinator' && (
        <ChoicePicker
          label={t('roles.organisation')}
          search={coordinatedChoices}
          {...field('organisationId')}
          hint={t('roles.organisationHint')}
        />
      )}
      <Pair>
        <DateField label={t('roles.startsOn')} today={today} {...field('startsOn')} />
        <DateField label={t('roles.endsOn')} today={today} empty={t('roles.openEnded')} {...field('endsOn')} />
      </Pair>
    </FormDialog>
  );
}
