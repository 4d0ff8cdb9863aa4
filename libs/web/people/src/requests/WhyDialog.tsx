import { AreaField } from '../fields/AreaField.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';

interface Props {
  title: string;
  text: string;
  label: string;
  missing: string;
  action: string;
  save: (why: string) => Promise<unknown>;
  onSaved: () => void;
  onClose: () => void;
}

/** Takes something back, or says no: with a reason. */
export function WhyDialog({ title, text, label, missing, action, save, onSaved, onClose }: Props) {
  const saved = useSavedForm({
    start: { values: { why: '' }, version: 0 },
    validate: ({ why }): Record<string, string> => (why.trim() ? {} : { why: missing }),
    save: ({ why }) => save(why.trim()),
    onSaved: () => {
      onSaved();
      onClose();
    },
  });
  return (
    <FormDialog title={title} text={text} saved={saved} action={action} danger onClose={onClose}>
      <AreaField label={label} maxLength={500} {...fieldOf(saved.form)('why')} />
    </FormDialog>
  );
}
