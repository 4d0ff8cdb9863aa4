import type { Organisation } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { TextField, toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { partnerChoices, supplierChoices } from '../api/choices.js';
import { organisationQuery } from '../api/organisations.js';
import { useSaveOrganisation } from '../api/save-organisation.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import { SelectField } from '../fields/SelectField.js';
import { fieldOf } from '../forms/field-of.js';
import { textProps, withHint } from '../forms/field-props.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { kinds } from '../shared/words.js';
import { commonTexts } from '../texts/common.js';
import { organisationTexts } from '../texts/organisations.js';
import {
  emptyOrganisation,
  missingOfOrganisation,
  organisationRequest,
  organisationValues,
  showOrganisation,
} from './organisation-values.js';

interface Props {
  /** Null for a new one. */
  organisation: Organisation | null;
  onClose: () => void;
}

export function OrganisationForm({ organisation, onClose }: Props) {
  const { t } = useTexts(organisationTexts);
  const { t: common } = useTexts(commonTexts);
  const client = useQueryClient();
  const save = useSaveOrganisation(organisation);
  const seen = (read: Organisation) => ({ values: organisationValues(read), version: read.version });
  const saved = useSavedForm({
    start: organisation ? seen(organisation) : { values: emptyOrganisation, version: 0 },
    validate: missingOfOrganisation,
    save: async (values, version) => {
      await save(organisationRequest(values), version);
      return values.name.trim();
    },
    reload: organisation
      ? async () => seen(await client.fetchQuery({ ...organisationQuery(organisation.id), staleTime: 0 }))
      : undefined,
    onSaved: (name) => {
      toast(t(organisation ? 'form.saved' : 'form.added', { name }));
      onClose();
    },
  });
  const field = fieldOf(saved.form, { theirs: saved.theirs, show: showOrganisation });
  return (
    <FormDialog
      title={organisation ? t('form.editTitle', { name: organisation.name }) : t('add')}
      saved={saved}
      action={organisation ? undefined : t('form.submit')}
      onClose={onClose}
    >
      <TextField label={t('form.name')} autoComplete="off" data-autofocus {...textProps(field('name'))} />
      <TextField
        label={t('form.shortName')}
        autoComplete="off"
        {...withHint(textProps(field('shortName')), t('form.shortNameHint'))}
      />
      <SelectField
        label={t('form.kind')}
        options={kinds.map((kind) => ({ value: kind, label: common(`kind.${kind}`) }))}
        {...field('kind')}
      />
      {saved.form.values.kind === 'supplier' && (
        <>
          <ChoicePicker
            label={t('form.parent')}
            search={supplierChoices}
            {...withHint(field('parentId'), t('form.parentHint'))}
          />
          <ChoicePicker
            label={t('form.sponsor')}
            search={partnerChoices}
            {...withHint(field('sponsorId'), t('form.sponsorHint'))}
          />
        </>
      )}
    </FormDialog>
  );
}
