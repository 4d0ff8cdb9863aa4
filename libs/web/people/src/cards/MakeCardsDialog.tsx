import type { CardPerson, SignInCards } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { useMakeCards } from '../api/sign-in-cards.js';
import { SelectField } from '../fields/SelectField.js';
import { fieldOf } from '../forms/field-of.js';
import { textProps, withHint } from '../forms/field-props.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { cardTexts } from '../texts/cards.js';
import styles from './cards.module.css';

const spans = ['3', '7', '14', '30'] as const;

interface Props {
  people: readonly CardPerson[];
  onMade: (made: SignInCards) => void;
  onClose: () => void;
}

/** Says whose password ends before it draws PINs. */
export function MakeCardsDialog({ people, onMade, onClose }: Props) {
  const { t } = useTexts(cardTexts);
  const make = useMakeCards();
  const resets = people.filter(({ state }) => state === 'own');
  const nameless = people.filter(({ signInName }) => signInName === null);
  const [only] = people.length === 1 ? nameless : [];
  const saved = useSavedForm({
    // `people` is the name of the only one: what the API says of it lands there.
    start: { values: { days: '14' as (typeof spans)[number], people: '' }, version: 0 },
    validate: () => ({}),
    save: ({ days, people: name }) =>
      make({
        people: people.map(({ personId }) => ({ personId, signInName: only ? name.trim() || null : null })),
        days: Number(days),
      }),
    onSaved: onMade,
  });
  const field = fieldOf(saved.form);
  return (
    <FormDialog
      title={t('dialog.title', { count: people.length })}
      text={t('dialog.text')}
      saved={saved}
      action={t('dialog.submit')}
      danger={resets.length > 0}
      onClose={onClose}
    >
      {(resets.length > 0 || (nameless.length > 0 && !only)) && (
        <div className={styles.text}>
          {resets.length > 0 && (
            <p>
              <b>{t('dialog.resets', { count: resets.length, names: resets.map(({ name }) => name).join(', ') })}</b>
            </p>
          )}
          {nameless.length > 0 && !only && <p>{t('dialog.nameless', { count: nameless.length })}</p>}
        </div>
      )}
      {only && (
        <TextField
          label={t('dialog.name', { name: only.name })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...withHint(textProps(field('people')), t('dialog.nameHint'))}
        />
      )}
      <SelectField
        label={t('dialog.validFor')}
        options={spans.map((value) => ({ value, label: t('dialog.days', { count: Number(value) }) }))}
        {...field('days')}
      />
    </FormDialog>
  );
}
