import type { CourseOutline } from '@lms/contracts';
import { formatDayAway, formatDay, formatMinutes, formatMoment, useTexts } from '@lms/web-platform';
import { Icon, RouteOutline, type RouteStopView } from '@lms/web-ui';
import { Link } from 'react-router';
import { deliveryTexts } from '../texts.js';
import { usePlayerPlace } from './player-place.js';
import styles from './CourseRoute.module.css';

type Activity = CourseOutline['activities'][number];

/** The course as a route: its activities are the stops, and the one that is open is where you are. */
export function CourseRoute({
  outline,
  activityId,
  today,
}: {
  outline: CourseOutline;
  activityId: string | null;
  today: string;
}) {
  const { t } = useTexts(deliveryTexts);
  const place = usePlayerPlace();
  const kindOf = (a: Activity): string => t(`kind.${a.kind === 'in-person' ? 'inPerson' : a.kind}`);
  const detailOf = (a: Activity): string => {
    const kind = kindOf(a);
    if (a.id === activityId && !a.doneAt) return t('detail.here', { kind });
    if (a.doneAt) return t('detail.done', { kind, moment: formatMoment(a.doneAt) });
    if (a.percent) return t('detail.percent', { kind, percent: a.percent });
    return a.minutes ? t('detail.length', { kind, length: formatMinutes(a.minutes) }) : kind;
  };
  const stops = outline.activities.map((a): RouteStopView => {
    const state = a.id === activityId && !a.doneAt ? 'here' : a.state === 'here' ? 'next' : a.state;
    const open = state !== 'blocked';
    return {
      key: a.id,
      state,
      stateText: t(`state.${state}`),
      title: open ? (
        <Link
          className={styles.stop}
          to={place.activity(outline.courseId, a.id)}
          aria-current={a.id === activityId ? 'page' : undefined}
        >
          {a.title}
        </Link>
      ) : (
        a.title
      ),
      detail: detailOf(a),
    };
  });
  return (
    <>
      <h2 id="in-this-course">{t('outline')}</h2>
      <p className={styles.lead}>
        {t('outlineLead', { count: stops.length, length: formatMinutes(outline.minutes) })}
        {outline.dueOn && (
          <>
            <br />
            {t('dueLead', {
              date: outline.dueOn < today ? formatDay(outline.dueOn) : formatDayAway(outline.dueOn, today),
            })}
          </>
        )}
      </p>
      <RouteOutline stops={stops} labelledBy="in-this-course" />
      {!place.preview && (
        <section className={styles.kept} aria-labelledby="what-is-kept">
          <h3 id="what-is-kept">{t('kept.title')}</h3>
          <ul>
            {(['place', 'answers', 'record'] as const).map((key) => (
              <li key={key}>
                <Icon name="tick" />
                {t(`kept.${key}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
