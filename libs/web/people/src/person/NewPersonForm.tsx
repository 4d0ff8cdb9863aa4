import type { Me } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Section, TextField } from '@lms/web-ui';
import { useEffect, useState } from 'react';
import { useAddPerson } from '../api/add-person.js';
import { CheckField } from '../fields/CheckField.js';
import { fieldOf } from '../forms/field-of.js';
import { textProps } from '../forms/field-props.js';
import { FormNotices } from '../forms/FormNotices.js';
import { forgetDraft, readDraft, writeDraft } from '../forms/kept-draft.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { formTexts } from '../texts/form.js';
import { EngagementFields } from './EngagementFields.js';
import { addressOf, emptyNewPerson, missingOfNewPerson, newPersonRequest } from './new-person-values.js';
import styles from './person.module.css';
import { PersonFields } from './PersonFields.js';

const draftName = 'person';

interface Props {
  me: Pick<Me, 'personId' | 'today'>;
  /** `name` and whether an invitation went out, to say it on the next page. */
  onAdded: (id: string, added: { name: string; invited: boolean }) => void;
}

/** One form for everything about a new starter. What is typed is kept on this device until it is saved. */
export function NewPersonForm({ me, onAdded }: Props) {
  const { t } = useTexts(formTexts);
  const add = useAddPerson();
  const [kept, setKept] = useState(() => readDraft(draftName, me.personId, emptyNewPerson));
  const saved = useSavedForm({
    start: { values: kept ?? emptyNewPerson, version: 0 },
    validate: missingOfNewPerson,
    save: async (values) => ({ values, ...(await add(newPersonRequest(values))) }),
    onSaved: ({ id, values }) => {
      forgetDraft(draftName, me.personId);
      const name = `${values.person.givenName.trim()} ${values.person.familyName.trim()}`;
      onAdded(id, { name, invited: values.invite });
    },
  });
  const { form } = saved;
  const { values } = form;
  useEffect(() => writeDraft(draftName, me.personId, values, emptyNewPerson), [values, me.personId]);
  const startAgain = () => {
    form.setValues(emptyNewPerson);
    form.clearErrors();
    setKept(null);
  };
  const address = addressOf(values);
  const field = fieldOf(form);
  return (
    <div ref={saved.area}>
      <Form onSubmit={() => saved.submit()} label={t('new.title')}>
        {kept && (
          <Notice>
            <div className={styles.kept}>
              <span>{t('new.kept')}</span>
              <Button size="small" onClick={startAgain}>
                {t('new.startAgain')}
              </Button>
            </div>
          </Notice>
        )}
        <div className={styles.parts}>
          <Section title={t('person')}>
            <div className={styles.fields}>
              <PersonFields field={fieldOf({ ...form, values: values.person, prefix: 'person.' })} />
            </div>
          </Section>
          <Section title={t('engagement')}>
            <div className={styles.fields}>
              <EngagementFields
                field={fieldOf({ ...form, values: values.engagement, prefix: 'engagement.' })}
                today={me.today}
              />
            </div>
          </Section>
          <Section title={t('signIn')}>
            <div className={styles.fields}>
              <TextField
                label={t('new.signInName')}
                {...textProps(field('signInName'))}
                hint={address ? t('new.signInDefault', { name: address }) : t('new.signInHint')}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
              <CheckField
                label={t('new.invite')}
                hint={address ? t('new.inviteTo', { address }) : t('new.inviteNeeds')}
                checked={values.invite}
                onChange={field('invite').onChange}
              />
            </div>
          </Section>
        </div>
        <FormNotices general={saved.general} theirs={null} onTakeTheirs={saved.takeTheirs} />
        <FormActions>
          <Button type="submit" variant="main" busy={saved.busy}>
            {t(values.invite ? 'new.submitInvite' : 'new.submit')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
