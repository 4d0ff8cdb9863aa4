import type { RuleRecurrence } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { SelectField } from '../fields/SelectField.js';
import { ruleTexts } from '../texts/rules.js';
import type { FieldsProps } from './fields-props.js';
import { OwnRhythm } from './OwnRhythm.js';
import styles from './rules.module.css';

const kinds = ['course', 'once', 'own'] as const;
const OWN: RuleRecurrence = { kind: 'own', recurrence: { anchor: 'previous-expiry', months: 12, windowDays: 30 } };

/** How it comes again once it was done. */
export function AgainFields({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTexts(ruleTexts);
  const recurrence = draft.recurrence ?? { kind: 'course' };
  return (
    <>
      <SelectField
        label={t('form.again')}
        value={recurrence.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(kind === 'course' && draft.pathId ? 'form.againPath_course' : `form.again_${kind}`),
        }))}
        onChange={(kind) => onChange({ recurrence: kind === 'own' ? OWN : { kind } })}
      />
      {recurrence.kind === 'own' && draft.pathId && <p className={styles.quiet}>{t('form.againPathHint')}</p>}
      {recurrence.kind === 'own' && (
        <OwnRhythm
          own={recurrence.recurrence}
          onChange={(own) => onChange({ recurrence: { kind: 'own', recurrence: own } })}
        />
      )}
    </>
  );
}
