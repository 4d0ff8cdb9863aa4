import { useMe, useTexts } from '@lms/web-platform';
import { ChoiceField, FieldShell, TextField } from '@lms/web-ui';
import { deskTexts } from '../texts/desk.js';
import { sessionTexts } from '../texts/sessions.js';
import type { PlanFaults } from './plan-faults.js';
import type { PlanValues } from './plan-values.js';
import styles from './plan.module.css';
import { PlanTimes } from './PlanTimes.js';
import { FORMS } from './session-values.js';
import { WhoMayBook } from './WhoMayBook.js';
import { WhoTrains } from './WhoTrains.js';

interface Props {
  values: PlanValues;
  faults: PlanFaults;
  onChange: (some: Partial<PlanValues>) => void;
}

/** Everything about a session but its course. */
export function PlanFields({ values, faults, onChange }: Props) {
  const { t } = useTexts(deskTexts);
  const { t: words } = useTexts(sessionTexts);
  const { today } = useMe();
  return (
    <>
      <ChoiceField
        legend={t('plan.form')}
        options={FORMS.map((form) => ({ value: form, label: words(`form.${form}`) }))}
        value={values.form}
        onChange={(form) => onChange({ form })}
      />
      <PlanTimes {...{ values, faults, today, onChange }} />
      <TextField
        label={t('plan.place')}
        hint={t('plan.placeHint')}
        error={faults.place}
        maxLength={200}
        value={values.place}
        onChange={({ target }) => onChange({ place: target.value })}
      />
      <TextField
        label={t('plan.link')}
        hint={t('plan.linkHint')}
        error={faults.link}
        type="url"
        value={values.link}
        onChange={({ target }) => onChange({ link: target.value })}
      />
      <WhoTrains trainers={values.trainers} error={faults.trainers} onChange={(trainers) => onChange({ trainers })} />
      <div className={styles.short}>
        <TextField
          label={t('plan.capacity')}
          hint={t('plan.capacityHint')}
          error={faults.capacity}
          inputMode="numeric"
          autoComplete="off"
          value={values.capacity}
          onChange={({ target }) => onChange({ capacity: target.value })}
        />
      </div>
      <WhoMayBook values={values} error={faults.organisations} onChange={onChange} />
      <FieldShell label={t('plan.note')} hint={t('plan.noteHint')}>
        {(ids) => (
          <textarea
            {...ids}
            className={styles.area}
            maxLength={1000}
            value={values.note}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </FieldShell>
    </>
  );
}
