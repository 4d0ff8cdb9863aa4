import type { Route, RouteStop } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { formatMinutes, formatShortDay, paths, type TextFunctions, type Texts } from '@lms/web-platform';
import type { RouteStopView } from '@lms/web-ui';
import { Link } from 'react-router';
import type { standingTexts } from '../texts.js';

type Tree = typeof standingTexts extends Texts<infer T> ? T : never;
type T = TextFunctions<Tree>['t'];

/** "−7", "0", "+30" */
export const postOf = (offset: number): string => (offset > 0 ? `+${offset}` : offset < 0 ? `−${-offset}` : '0');

/** Who does a task, and by when: "Gareth Pugh, your buddy, by Fri 27 Nov". Nothing is added for one's own. */
function taskText({ doer, doerName }: NonNullable<RouteStop['task']>, own: boolean, t: T): string | null {
  if (doer === 'learner') return null;
  if (doer === 'people-team') return t('route.task.peopleTeam');
  const role = t(`route.task.${own ? 'your' : 'their'}.${doer}`);
  return doerName ? t('route.task.by', { name: doerName, role }) : t('route.task.nobody', { role });
}

function aheadText(stop: RouteStop, own: boolean, t: T): string {
  if (stop.state === 'blocked') {
    if (stop.opensAfter) return t('route.opensAfter', { title: stop.opensAfter });
    if (stop.opensOn) return t('route.opensOn', { day: formatShortDay(stop.opensOn) });
  }
  const day = stop.dueOn && formatShortDay(stop.dueOn);
  const by = stop.task && taskText(stop.task, own, t);
  if (by) return day ? t('route.minutesDue', { length: by, day }) : by;
  if (stop.inPersonOnly) return day ? t('route.inPersonDue', { day }) : t('route.inPerson');
  const length = stop.minutes === null ? null : formatMinutes(stop.minutes);
  if (length && day) return t('route.minutesDue', { length, day });
  return day ? t('route.due', { day }) : (length ?? '');
}

/** The short facts below a stop: done when, how long and due when, or what opens it. */
export function stopDetail(stop: RouteStop, t: T, own = true): string {
  if (stop.kind === 'milestone') return stop.state === 'done' ? t('route.reached') : t('route.milestone');
  if (stop.state === 'done') return stop.doneOn ? t('route.done', { day: formatShortDay(stop.doneOn) }) : '';
  if (stop.exemptUntil) return t('route.exempt', { day: formatShortDay(stop.exemptUntil) });
  if (stop.choice?.made) return t('route.notNeeded');
  const text = aheadText(stop, own, t);
  if (stop.choice) return t('route.choice', { need: stop.choice.need, of: stop.choice.of, text });
  if (!stop.optional) return text;
  return text ? t('route.optional', { text }) : t('route.optionalOnly');
}

/** What a milestone of somebody who leaves says happens on its day, whatever was done before. */
const isDay = (route: Route, stop: RouteStop): boolean => route.kind === 'offboarding' && stop.kind === 'milestone';

/** The stops of a route as they are drawn. Stops that can be opened are links on one's own route. */
export function stopViews(route: Route, t: T, linked: boolean): RouteStopView[] {
  const dayZero = route.stops.findIndex((stop) => stop.dayOffset === 0);
  return route.stops.map((stop, index) => ({
    key: stop.key,
    state: stop.state,
    stateText: t(`route.state.${stop.state}`),
    title:
      linked && stop.courseId && stop.state !== 'blocked' && !stop.inPersonOnly ? (
        <Link to={paths.course(stop.courseId)}>{stop.title}</Link>
      ) : (
        stop.title
      ),
    detail: isDay(route, stop)
      ? t('route.onDay', { day: formatShortDay(addDays(route.startsOn, stop.dayOffset)) })
      : stopDetail(stop, t, linked),
    post: postOf(stop.dayOffset),
    postNote: index === dayZero ? t(route.kind === 'offboarding' ? 'route.lastDay' : 'route.firstDay') : undefined,
  }));
}
