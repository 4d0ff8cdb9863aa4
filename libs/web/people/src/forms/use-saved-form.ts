import { useForm, type FormErrors } from '@mantine/form';
import { isProblem } from '@lms/web-platform';
import { useState } from 'react';
import { mergeEdits } from './merge-edits.js';
import { placeErrors } from './place-errors.js';
import { useFirstError } from './use-first-error.js';

export interface Seen<V> {
  values: V;
  /** For `If-Match`; 0 for something new. */
  version: number;
}

interface Options<V, T> {
  start: Seen<V>;
  validate: (values: V) => FormErrors;
  save: (values: V, version: number) => Promise<T>;
  /** Reads again what somebody else saved meanwhile. */
  reload?: () => Promise<Seen<V>>;
  onSaved: (saved: T) => void;
}

/**
 * A form that is sent to the API: its refusals land at the fields, and a change by somebody else in between is merged
 * without losing what was typed. Names of fields are those of the request.
 */
export function useSavedForm<V extends object, T>({ start, validate, save, reload, onSaved }: Options<V, T>) {
  const form = useForm<V>({ initialValues: start.values, validate });
  const [base, setBase] = useState(start);
  const [theirs, setTheirs] = useState<Partial<V> | null>(null);
  const [general, setGeneral] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const { area, focusFirstError } = useFirstError<HTMLDivElement>();

  const refused = (error: unknown) => {
    const placed = placeErrors(error, form.getValues());
    form.setErrors(placed.fields);
    setGeneral(placed.general);
    focusFirstError();
  };
  const merge = async (again: () => Promise<Seen<V>>) => {
    const saved = await again();
    const merged = mergeEdits(base.values, form.getValues(), saved.values);
    form.setValues(merged.values);
    setBase(saved);
    setTheirs(merged.theirs);
  };
  const send = async (values: V) => {
    setBusy(true);
    setGeneral([]);
    try {
      onSaved(await save(values, base.version));
    } catch (error) {
      if (reload && isProblem(error, 'changed-meanwhile')) await merge(reload).catch(refused);
      else refused(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    form,
    area,
    busy,
    general,
    /** Fields in which somebody else saved something else; null while nobody did. */
    theirs,
    takeTheirs: () => {
      if (theirs) form.setValues(theirs);
      setTheirs({});
    },
    submit: form.onSubmit((values) => void send(values), focusFirstError),
  };
}

export type SavedForm<V extends object> = Omit<ReturnType<typeof useSavedForm<V, unknown>>, 'submit'> & {
  submit: () => void;
};
