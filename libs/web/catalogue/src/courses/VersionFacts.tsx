import type { CourseVersion } from '@lms/contracts';
import { can, formatMinutes, paths, useMe, useTexts } from '@lms/web-platform';
import { Empty, Hidden, RouteOutline, Section, type RouteStopView } from '@lms/web-ui';
import { Link } from 'react-router';
import { activityFacts } from '../editor/activity-facts.js';
import { activityTexts } from '../texts/activities.js';
import { courseTexts } from '../texts/courses.js';
import { kindText, validityText } from './words.js';
import styles from './VersionFacts.module.css';

/** A version that stands still: what people do in it, how long it takes and how long it counts. */
export function VersionFacts({ version }: { version: CourseVersion }) {
  const me = useMe();
  const { t } = useTexts(courseTexts);
  const { t: activity } = useTexts(activityTexts);
  const length = formatMinutes(version.minutes);
  const count = version.activities.length;
  const stops = version.activities.map((entry, index): RouteStopView => ({
    key: entry.id,
    state: 'next',
    stateText: activity('place', { place: index + 1, count }),
    title: entry.title,
    detail: (
      <>
        {activityFacts(entry, kindText(entry.kind, t), activity).join('. ')}
        {entry.kind === 'survey' && can(me, 'courses.write') && (
          <Link className={styles.answers} to={paths.surveyResults(version.courseId, entry.id)}>
            {activity('survey.answers')}
            <Hidden>{activity('named', { title: entry.title })}</Hidden>
          </Link>
        )}
      </>
    ),
  }));
  return (
    <>
      <p className={styles.facts}>
        {version.validityMonths === null
          ? t('settings.factsLife', { length })
          : t('settings.facts', { length, months: validityText(version.validityMonths, t) })}
      </p>
      <Section title={t('manage.contents')} aside={count > 0 && t('manage.contentsLead', { count, length })}>
        {(heading) =>
          count > 0 ? <RouteOutline labelledBy={heading} stops={stops} /> : <Empty title={t('manage.emptyRead')} />
        }
      </Section>
    </>
  );
}
