import type { Person } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { personQuery } from '../api/person.js';
import { useSavePerson } from '../api/save-person.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { personTexts } from '../texts/person.js';
import { missingOfPerson, personRequest, personValues } from './person-values.js';
import { PersonFields } from './PersonFields.js';

/** The details of a person. Somebody else's change in between is shown before anything is lost. */
export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTexts(personTexts);
  const client = useQueryClient();
  const save = useSavePerson(person.id);
  const seen = (read: Person) => ({ values: personValues(read), version: read.version });
  const saved = useSavedForm({
    start: seen(person),
    validate: missingOfPerson,
    save: (values, version) => save(personRequest(values), version),
    reload: async () => seen(await client.fetchQuery({ ...personQuery(person.id), staleTime: 0 })),
    onSaved: () => {
      toast(t('saved'));
      onClose();
    },
  });
  const field = fieldOf(saved.form, { theirs: saved.theirs, show: (_name, value) => value });
  return (
    <FormDialog title={t('editTitle', { name: person.name })} saved={saved} onClose={onClose}>
      <PersonFields field={field} autoFocus />
    </FormDialog>
  );
}
