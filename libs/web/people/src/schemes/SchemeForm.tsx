import type { Scheme } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { TextField, toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useSaveScheme } from '../api/save-scheme.js';
import { schemeQuery } from '../api/schemes.js';
import { DateField } from '../fields/DateField.js';
import { Pair } from '../fields/Pair.js';
import { fieldOf } from '../forms/field-of.js';
import { textProps, withHint } from '../forms/field-props.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { schemeTexts } from '../texts/schemes.js';
import { emptyScheme, missingOfScheme, schemeRequest, schemeValues, showScheme } from './scheme-values.js';

interface Props {
  /** Null for a new one. */
  scheme: Scheme | null;
  onClose: () => void;
}

export function SchemeForm({ scheme, onClose }: Props) {
  const { t } = useTexts(schemeTexts);
  const { today } = useMe();
  const client = useQueryClient();
  const save = useSaveScheme(scheme);
  const seen = (read: Scheme) => ({ values: schemeValues(read), version: read.version });
  const saved = useSavedForm({
    start: scheme ? seen(scheme) : { values: emptyScheme, version: 0 },
    validate: missingOfScheme,
    save: async (values, version) => {
      await save(schemeRequest(values), version);
      return values.name.trim();
    },
    reload: scheme ? async () => seen(await client.fetchQuery({ ...schemeQuery(scheme.id), staleTime: 0 })) : undefined,
    onSaved: (name) => {
      toast(t(scheme ? 'form.saved' : 'form.added', { name }));
      onClose();
    },
  });
  const field = fieldOf(saved.form, { theirs: saved.theirs, show: showScheme });
  return (
    <FormDialog
      title={scheme ? t('form.editTitle', { name: scheme.name }) : t('add')}
      saved={saved}
      action={scheme ? undefined : t('form.submit')}
      onClose={onClose}
    >
      <TextField label={t('name')} autoComplete="off" data-autofocus {...textProps(field('name'))} />
      <TextField label={t('code')} autoComplete="off" {...withHint(textProps(field('code')), t('form.codeHint'))} />
      <Pair>
        <DateField label={t('form.startsOn')} today={today} empty={t('form.open')} {...field('startsOn')} />
        <DateField label={t('form.endsOn')} today={today} empty={t('form.open')} {...field('endsOn')} />
      </Pair>
    </FormDialog>
  );
}
