import type { Route, RouteStop } from '@lms/contracts';
import { formatMinutes, formatShortDay, paths, type TextFunctions, type Texts } from '@lms/web-platform';
import type { RouteStopView } from '@lms/web-ui';
import { Link } from 'react-router';
import type { standingTexts } from '../texts.js';

type Tree = typeof standingTexts extends Texts<infer T> ? T : never;
type T = TextFunctions<Tree>['t'];

/** "−7", "0", "+30" */
export const postOf = (offset: number): string => (offset > 0 ? `+${offset}` : offset < 0 ? `−${-offset}` : '0');

function aheadText(stop: RouteStop, t: T): string {
  if (stop.state === 'blocked') {
    if (stop.opensAfter) return t('route.opensAfter', { title: stop.opensAfter });
    if (stop.opensOn) return t('route.opensOn', { day: formatShortDay(stop.opensOn) });
  }
  const day = stop.dueOn && formatShortDay(stop.dueOn);
  if (stop.inPersonOnly) return day ? t('route.inPersonDue', { day }) : t('route.inPerson');
  const length = stop.minutes === null ? null : formatMinutes(stop.minutes);
  if (length && day) return t('route.minutesDue', { length, day });
  return day ? t('route.due', { day }) : (length ?? '');
}

/** The short facts below a stop: done when, how long and due when, or what opens it. */
export function stopDetail(stop: RouteStop, t: T): string {
  if (stop.state === 'done') return stop.doneOn ? t('route.done', { day: formatShortDay(stop.doneOn) }) : '';
  const text = aheadText(stop, t);
  if (!stop.optional) return text;
  return text ? t('route.optional', { text }) : t('route.optionalOnly');
}

/** The stops of a route as they are drawn. Stops that can be opened are links on one's own route. */
export function stopViews(route: Route, t: T, linked: boolean): RouteStopView[] {
  const dayZero = route.stops.findIndex((stop) => stop.dayOffset === 0);
  return route.stops.map((stop, index) => ({
    key: `${index}-${stop.courseId}`,
    state: stop.state,
    stateText: t(`route.state.${stop.state}`),
    title:
      linked && stop.state !== 'blocked' && !stop.inPersonOnly ? (
        <Link to={paths.course(stop.courseId)}>{stop.title}</Link>
      ) : (
        stop.title
      ),
    detail: stopDetail(stop, t),
    post: postOf(stop.dayOffset),
    postNote: index === dayZero ? t('route.firstDay') : undefined,
  }));
}
