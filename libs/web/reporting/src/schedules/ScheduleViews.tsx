import { paths, useTexts } from '@lms/web-platform';
import { FilterLinks } from '@lms/web-ui';
import { scheduleTexts } from './schedule-texts.js';
import styles from './schedules.module.css';

export type ScheduleView = 'going' | 'ended' | 'received';
const TO: Record<ScheduleView, string> = {
  going: paths.schedules,
  ended: `${paths.schedules}?show=ended`,
  received: `${paths.schedules}/received`,
};

/** Those that go on, those that have ended, and what others send to the reader. */
export function ScheduleViews({ current }: { current: ScheduleView }) {
  const { t } = useTexts(scheduleTexts);
  return (
    <div className={styles.views}>
      <FilterLinks
        label={t('views.label')}
        links={(['going', 'ended', 'received'] as const).map((key) => ({
          ...{ key, to: TO[key], label: t(`views.${key}`), current: key === current },
        }))}
      />
    </div>
  );
}
