import type { RuleRecurrence } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { PickWords } from '../fields/PickWords.js';
import { SelectField } from '../fields/SelectField.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';
import { daysOfTheYear } from './days-of-the-year.js';

type Own = Extract<RuleRecurrence, { kind: 'own' }>['recurrence'];

const anchors = ['previous-expiry', 'completion', 'fixed-dates'] as const;
const whole = (text: string, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.floor(Number(text) || least)));

/** A rule's own rhythm: from when to when something counts, and how early it can be renewed. */
export function OwnRhythm({ own, onChange }: { own: Own; onChange: (own: Own) => void }) {
  const { t } = useTexts(ruleTexts);
  const { windowDays } = own;
  const setAnchor = (anchor: Own['anchor']) => {
    if (anchor === 'fixed-dates') onChange({ anchor, dates: ['03-31'], minActiveDays: 90, windowDays });
    else onChange({ anchor, months: own.anchor === 'fixed-dates' ? 12 : own.months, windowDays });
  };
  const number = (label: string, value: number, [least, most]: [number, number], set: (count: number) => void) => (
    <TextField
      type="number"
      min={least}
      max={most}
      label={label}
      value={value}
      onChange={(event) => set(whole(event.target.value, least, most))}
    />
  );
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label={t('form.anchor')}
          value={own.anchor}
          options={anchors.map((anchor) => ({ value: anchor, label: t(`form.anchor_${anchor}`) }))}
          onChange={setAnchor}
        />
        {own.anchor === 'fixed-dates'
          ? number(t('form.minActive'), own.minActiveDays, [0, 366], (minActiveDays) =>
              onChange({ ...own, minActiveDays }),
            )
          : number(t('form.months'), own.months, [1, 600], (months) => onChange({ ...own, months }))}
      </div>
      {own.anchor === 'fixed-dates' && (
        <div>
          <p className={styles.label}>{t('form.dates')}</p>
          <PickWords
            label={t('form.dates')}
            options={daysOfTheYear}
            value={own.dates}
            onChange={(dates) => dates.length > 0 && onChange({ ...own, dates: dates.slice(0, 12) })}
          />
        </div>
      )}
      {number(t('form.window'), windowDays, [0, 365], (days) => onChange({ ...own, windowDays: days }))}
    </>
  );
}
