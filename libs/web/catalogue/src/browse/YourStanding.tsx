import type { CatalogueCourse } from '@lms/contracts';
import { formatAway, formatDay, problemText, useMe, useTexts } from '@lms/web-platform';
import { DateText, Notice, StandingLabel } from '@lms/web-ui';
import { browseTexts } from '../texts/browse.js';
import { useEnrol } from './api/enrol.js';
import { AskForIt } from './AskForIt.js';
import styles from './course.module.css';
import { CourseActions } from './CourseActions.js';
import { standingKey } from './words.js';

/** How one stands in the course and why, and what can be done about it. */
export function YourStanding({ course }: { course: CatalogueCourse }) {
  const { t, rich } = useTexts(browseTexts);
  const { today } = useMe();
  const enrol = useEnrol(course.courseId);
  const date = (day: string) => <DateText date={day} day={formatDay(day)} away={formatAway(day, today)} />;
  const { dueOn, opensOn, completedOn, validUntil } = course;
  const counts = validUntil !== null && validUntil >= today ? 'course.valid' : 'course.wasValid';
  return (
    <section className={styles.standing} aria-labelledby="your-standing">
      <h2 id="your-standing">{t('course.yours')}</h2>
      <p className={styles.label}>
        <StandingLabel
          standing={course.standing ?? 'not required'}
          text={t(standingKey(course.standing ?? 'not required'))}
        />
      </p>
      <ul>
        {completedOn && <li>{rich('course.completed', { date: date(completedOn) })}</li>}
        {validUntil && <li>{rich(counts, { date: date(validUntil) })}</li>}
        {dueOn && <li>{rich('course.due', { date: date(dueOn) })}</li>}
        {opensOn && opensOn > today && <li>{rich('course.opens', { date: date(opensOn) })}</li>}
        {course.reasons.map(({ kind, pathTitle }) => (
          <li key={kind + (pathTitle ?? '')}>
            {kind === 'path' ? t('course.path', { path: pathTitle ?? '' }) : t(`course.${kind}`)}
          </li>
        ))}
        {course.mayEnrol && <li>{t('course.enrolText')}</li>}
        {!course.mine && !course.mayEnrol && <li>{t('course.closed')}</li>}
      </ul>
      {enrol.error && <Notice tone="danger">{problemText(enrol.error)}</Notice>}
      <CourseActions course={course} today={today} enrol={enrol} />
      <AskForIt course={course} today={today} />
    </section>
  );
}
