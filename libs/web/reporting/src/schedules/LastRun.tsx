import type { ScheduleRunBrief } from '@lms/contracts';
import { formatMoment, useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import { scheduleTexts } from './schedule-texts.js';
import styles from './schedules.module.css';

/** How a run went, in one plate, and what else there is to know of it. */
export function RunState({ run }: { run: ScheduleRunBrief }) {
  const { t } = useTexts(scheduleTexts);
  const { state, made, people, late } = run;
  const all = state === 'done' && made === people;
  const words =
    state === 'done' && people === 0 ? t('run.nobody') : t(`run.${state}`, state === 'done' ? { made, people } : {});
  return (
    <span className={styles.plates}>
      <Plate look={state === 'refused' || (state === 'done' && !all) ? 'danger' : 'soft'}>{words}</Plate>
      {late && <Plate look="outline">{t('run.late')}</Plate>}
    </span>
  );
}

/** When a schedule was made last, with the way to what came of it. */
export function LastRun({ run, to }: { run: ScheduleRunBrief | null; to: string }) {
  const { t } = useTexts(scheduleTexts);
  if (!run) return <>{t('never')}</>;
  return (
    <span className={styles.last}>
      <Link to={to}>{formatMoment(run.dueAt)}</Link>
      <RunState run={run} />
    </span>
  );
}
