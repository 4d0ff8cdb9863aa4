import type { DuePolicy } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { PickMany } from '../fields/PickMany.js';
import { SelectField } from '../fields/SelectField.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';
import type { FieldsProps } from './fields-props.js';

const kinds = ['after-assignment', 'after-start', 'on', 'after-completion'] as const;

const daysOf = (due: DuePolicy): number => (due.kind === 'on' ? 14 : due.days);

/** When it is due, and the least time that anybody gets. */
export function DueFields({ draft, onChange, naming }: FieldsProps) {
  const { t } = useTexts(ruleTexts);
  const { today } = useMe();
  const { due } = draft;
  const { realisticDays } = due;
  const setKind = (kind: DuePolicy['kind']) => {
    const days = daysOf(due);
    if (kind === 'on') onChange({ due: { kind, date: today, realisticDays } });
    else if (kind === 'after-completion') {
      // Saved once a course is chosen: until then it is as it was.
      onChange({ due: { kind, courseId: '', days, realisticDays } });
    } else onChange({ due: { kind, days, realisticDays } });
  };
  const number = (text: string) => Math.min(3650, Math.max(0, Math.floor(Number(text) || 0)));
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label={t('form.due')}
          value={due.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`form.due_${kind}`) }))}
          onChange={setKind}
        />
        {due.kind === 'on' ? (
          <TextField
            type="date"
            label={t('form.date')}
            value={due.date}
            onChange={(event) => onChange({ due: { ...due, date: event.target.value || today } })}
          />
        ) : (
          <TextField
            type="number"
            min={0}
            label={t('form.days')}
            value={due.days}
            onChange={(event) => onChange({ due: { ...due, days: number(event.target.value) } })}
          />
        )}
      </div>
      {due.kind === 'after-completion' && (
        <div>
          <p className={styles.label}>{t('form.after')}</p>
          <PickMany
            label={t('form.after')}
            single
            kind="course"
            value={due.courseId ? [due.courseId] : []}
            nameOf={naming.nameOf}
            onChange={(choices) => {
              naming.remember(choices);
              onChange({ due: { ...due, courseId: choices[0]?.value ?? '' } });
            }}
          />
        </div>
      )}
      <TextField
        type="number"
        min={0}
        max={365}
        label={t('form.realistic')}
        hint={t('form.realisticHint')}
        value={realisticDays}
        onChange={(event) => onChange({ due: { ...due, realisticDays: Math.min(365, number(event.target.value)) } })}
      />
    </>
  );
}
