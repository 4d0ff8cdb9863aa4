import type { ScheduleCadence } from '@lms/contracts';
import { nextRuns } from '@lms/domain';
import { formatMoment, useTexts } from '@lms/web-platform';
import { useState } from 'react';
import { scheduleTexts } from './schedule-texts.js';
import styles from './schedules.module.css';

/** When it would be made, seen from now: three stops of the same road. */
export function NextTimes({ cadence }: { cadence: ScheduleCadence }) {
  const { t } = useTexts(scheduleTexts);
  const [now] = useState(() => Date.now());
  const times = cadence.at ? nextRuns(cadence, now, 3) : [];
  return (
    <section className={styles.next} aria-labelledby="schedule-next">
      <h2 id="schedule-next">{t('form.next')}</h2>
      <ol aria-live="polite">
        {times.map((time) => (
          <li key={time}>{formatMoment(new Date(time).toISOString())}</li>
        ))}
      </ol>
      <p>{t('form.promise')}</p>
    </section>
  );
}
