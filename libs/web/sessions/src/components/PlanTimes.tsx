import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { deskTexts } from '../texts/desk.js';
import styles from './plan.module.css';
import type { PlanFaults } from './plan-faults.js';
import type { PlanValues } from './plan-values.js';

interface Props {
  values: PlanValues;
  faults: PlanFaults;
  today: string;
  onChange: (some: Partial<PlanValues>) => void;
}

const CLOCK = { hours: 24, minutes: 60 };

/** Where the activity says how long it takes, the end follows the start. */
function endAfter({ course, activityId, to }: PlanValues, from: string): string {
  const minutes = course?.activities.find(({ id }) => id === activityId)?.minutes;
  if (to !== '' || !minutes || !/^\d{2}:\d{2}$/.test(from)) return to;
  const end = Number(from.slice(0, 2)) * CLOCK.minutes + Number(from.slice(3)) + minutes;
  if (end >= CLOCK.hours * CLOCK.minutes) return to;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(end / CLOCK.minutes))}:${two(end % CLOCK.minutes)}`;
}

/** The day and the time, in London; over several days with the last of them. */
export function PlanTimes({ values, faults, today, onChange }: Props) {
  const { t } = useTexts(deskTexts);
  const several = values.lastDay !== '';
  return (
    <>
      <div className={styles.times}>
        <TextField
          type="date"
          label={t('plan.day')}
          min={today}
          value={values.day}
          error={faults.day}
          onChange={({ target }) => onChange({ day: target.value })}
        />
        <TextField
          type="time"
          label={t('plan.from')}
          value={values.from}
          error={faults.from}
          onChange={({ target }) => onChange({ from: target.value, to: endAfter(values, target.value) })}
        />
        <TextField
          type="time"
          label={t('plan.to')}
          value={values.to}
          error={faults.to}
          onChange={({ target }) => onChange({ to: target.value })}
        />
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={several}
          onChange={({ target }) => onChange({ lastDay: target.checked ? values.day || today : '' })}
        />
        {t('plan.severalDays')}
      </label>
      {several && (
        <div className={styles.times}>
          <TextField
            type="date"
            label={t('plan.lastDay')}
            min={values.day || today}
            value={values.lastDay}
            onChange={({ target }) => onChange({ lastDay: target.value })}
          />
        </div>
      )}
    </>
  );
}
