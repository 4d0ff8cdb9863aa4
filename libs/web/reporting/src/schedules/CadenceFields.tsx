import type { ScheduleCadence } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { ChoiceField, SelectField, TextField } from '@lms/web-ui';
import { ordinalOf, weekdayOf } from './cadence-words.js';
import { scheduleTexts } from './schedule-texts.js';
import styles from './schedules.module.css';

const EVERY = ['week', 'month'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const DAYS = Array.from({ length: 28 }, (_, n) => n + 1);

interface Props {
  value: ScheduleCadence;
  onChange: (cadence: ScheduleCadence) => void;
  /** What is wrong with the time. */
  error: string | null;
}

/** Weekly on a weekday or monthly on a day, at a time in London. */
export function CadenceFields({ value, onChange, error }: Props) {
  const { t } = useTexts(scheduleTexts);
  const { at } = value;
  return (
    <>
      <ChoiceField
        legend={t('form.every')}
        options={EVERY.map((every) => ({ value: every, label: t(`form.${every}`) }))}
        value={value.every}
        onChange={(every) => onChange(every === 'week' ? { every, weekday: 1, at } : { every, day: 1, at })}
      />
      <div className={styles.moment}>
        {value.every === 'week' ? (
          <SelectField
            label={t('form.weekday')}
            options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayOf(day) }))}
            value={value.weekday}
            onChange={({ target }) => onChange({ ...value, weekday: Number(target.value) })}
          />
        ) : (
          <SelectField
            label={t('form.day')}
            options={[
              ...DAYS.map((day) => ({ value: String(day), label: ordinalOf(day) })),
              { value: 'last', label: t('form.lastDay') },
            ]}
            value={value.day}
            onChange={({ target }) =>
              onChange({ ...value, day: target.value === 'last' ? 'last' : Number(target.value) })
            }
          />
        )}
        <TextField
          label={t('form.at')}
          type="time"
          value={at}
          hint={t('form.atHint')}
          error={error}
          onChange={({ target }) => onChange({ ...value, at: target.value })}
        />
      </div>
    </>
  );
}
