import type { InviteSupplierRequest, SupplierInvited, SupplierPreview } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Form, FormActions } from '@lms/web-ui';
import { useState } from 'react';
import { previewSupplier, useInviteSupplier } from '../api/suppliers.js';
import { fieldOf } from '../forms/field-of.js';
import { FormNotices } from '../forms/FormNotices.js';
import { placeErrors } from '../forms/place-errors.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { supplierTexts } from '../texts/suppliers.js';
import { LookedAt } from './LookedAt.js';
import { emptySupplier, missingOfSupplier, supplierRequest, type SupplierValues } from './supplier-values.js';
import { SupplierFields } from './SupplierFields.js';

interface Seen {
  request: InviteSupplierRequest;
  preview: SupplierPreview;
}
const nothingSaid = { organisation: false, coordinator: false };

/** Typed, looked at, done: three steps of one short form. */
export function InviteForm({ onInvited }: { onInvited: (invited: SupplierInvited, preview: SupplierPreview) => void }) {
  const { t } = useTexts(supplierTexts);
  // Made once, so that sending twice is once.
  const [ids] = useState(() => ({ organisation: crypto.randomUUID(), coordinator: crypto.randomUUID() }));
  const [apart, setApart] = useState(nothingSaid);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const invite = useInviteSupplier();
  const look = async (values: SupplierValues, said: typeof apart): Promise<Seen> => {
    const request = supplierRequest(values, ids, said);
    return { request, preview: await previewSupplier(request) };
  };
  const saved = useSavedForm({
    start: { values: emptySupplier, version: 0 },
    validate: missingOfSupplier,
    save: (values) => {
      setRefused([]);
      return look(values, apart);
    },
    onSaved: setSeen,
  });
  const { form } = saved;
  const { values } = form;
  const change = () => {
    setSeen(null);
    setApart(nothingSaid);
  };
  const trying = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      // What was looked at may not stand any more: it is looked at anew.
      const placed = placeErrors(error, form.getValues());
      form.setErrors(placed.fields);
      setRefused(placed.general);
      change();
    }
    setBusy(false);
  };
  /** It was said which one it is: the rest is looked at again. */
  const lookAgain = (next: SupplierValues, said: typeof apart) => {
    form.setValues(next);
    setApart(said);
    void trying(async () => setSeen(await look(next, said)));
  };
  if (seen)
    return (
      <LookedAt
        preview={seen.preview}
        busy={busy}
        onOrganisation={(id) =>
          id
            ? lookAgain({ ...values, organisation: { ...values.organisation, kind: 'existing', id } }, apart)
            : lookAgain(values, { ...apart, organisation: true })
        }
        onPerson={(personId) =>
          personId
            ? lookAgain({ ...values, coordinator: { ...values.coordinator, kind: 'known', personId } }, apart)
            : lookAgain(values, { ...apart, coordinator: true })
        }
        onInvite={() => void trying(async () => onInvited(await invite(seen.request, seen.preview), seen.preview))}
        onChange={change}
      />
    );
  return (
    <div ref={saved.area}>
      <Form onSubmit={() => saved.submit()} label={t('title')}>
        <SupplierFields
          values={values}
          field={fieldOf(form)}
          organisation={fieldOf({ ...form, values: values.organisation, prefix: 'organisation.' })}
          coordinator={fieldOf({ ...form, values: values.coordinator, prefix: 'coordinator.' })}
        />
        <FormNotices general={[...refused, ...saved.general]} theirs={null} onTakeTheirs={saved.takeTheirs} />
        <FormActions>
          <Button type="submit" variant="main" busy={saved.busy}>
            {t('look')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
