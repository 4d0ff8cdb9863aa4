import type { RuleRecurrence } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { SelectField } from '../fields/SelectField.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';
import type { FieldsProps } from './fields-props.js';

const kinds = ['course', 'once', 'own'] as const;
const OWN: RuleRecurrence = { kind: 'own', recurrence: { anchor: 'previous-expiry', months: 12, windowDays: 30 } };

/** How it comes again once it was done. */
export function AgainFields({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTexts(ruleTexts);
  const recurrence = draft.recurrence ?? { kind: 'course' };
  const months =
    recurrence.kind === 'own' && recurrence.recurrence.anchor !== 'fixed-dates' ? recurrence.recurrence : null;
  return (
    <div className={styles.pair}>
      <SelectField
        label={t('form.again')}
        value={recurrence.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`form.again_${kind}`) }))}
        onChange={(kind) => onChange({ recurrence: kind === 'own' ? OWN : { kind } })}
      />
      {months && (
        <TextField
          type="number"
          min={1}
          max={600}
          label={t('form.months')}
          value={months.months}
          onChange={(event) => {
            const count = Math.min(600, Math.max(1, Math.floor(Number(event.target.value) || 1)));
            onChange({ recurrence: { kind: 'own', recurrence: { ...months, months: count } } });
          }}
        />
      )}
    </div>
  );
}
