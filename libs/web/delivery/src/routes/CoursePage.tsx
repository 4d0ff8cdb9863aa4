import {
  formatDay,
  formatDayAway,
  formatMinutes,
  isProblem,
  paths,
  problemText,
  useMe,
  usePageTitle,
  useTexts,
} from '@lms/web-platform';
import { Empty, LinkButton, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { outlineQuery } from '../api/course-outline.js';
import { CourseRoute } from '../components/CourseRoute.js';
import { Finished } from '../components/Finished.js';
import { NewRevisions } from '../components/NewRevisions.js';
import { NewVersion } from '../components/NewVersion.js';
import { PlayerFrame } from '../components/PlayerFrame.js';
import { SaveState } from '../components/SaveState.js';
import { ActivityPlayer } from '../player/ActivityPlayer.js';
import { useQueue } from '../player/use-queue.js';
import { ReportProblem } from '../problems/ReportProblem.js';
import { deliveryTexts } from '../texts.js';

/** A course in the player: the activity named in the address, else the one that comes next. */
export function CoursePage() {
  const { t } = useTexts(deliveryTexts);
  const { courseId = '', activityId } = useParams();
  const { today } = useMe();
  const { data: outline, error } = useQuery({
    ...outlineQuery(courseId),
    throwOnError: (problem, { state }) =>
      state.data === undefined && !isProblem(problem, 'not-found') && !isProblem(problem, 'withdrawn'),
  });
  const { queue, status } = useQueue();
  usePageTitle(outline?.title ?? t('loading'));
  if (isProblem(error, 'withdrawn')) {
    return (
      <Empty
        title={t('withdrawn.title')}
        text={problemText(error)}
        action={<LinkButton to={paths.catalogueCourse(courseId)}>{t('withdrawn.course')}</LinkButton>}
      />
    );
  }
  // Not theirs, or not yet: the catalogue says what it is, where they may see that, and lets them begin.
  if (error && !outline) return <Navigate to={paths.catalogueCourse(courseId)} replace />;
  if (!outline) {
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  const here =
    outline.activities.find((a) => a.id === activityId) ?? outline.activities.find((a) => a.state === 'here');
  const blocked = outline.activities.length > 0 && outline.activities.every((a) => a.state === 'blocked');
  // The address names the activity from now on: finishing it must not take the page away from under the learner.
  if (!activityId && here && !blocked) return <Navigate to={paths.activity(courseId, here.id)} replace />;
  return (
    <PlayerFrame
      title={outline.title}
      detail={t('versionMinutes', { number: outline.number, length: formatMinutes(outline.minutes) })}
      saved={<SaveState status={status} />}
      outline={
        <>
          <CourseRoute outline={outline} activityId={here?.id ?? null} today={today} />
          {here && !blocked && <ReportProblem key={here.id} activityId={here.id} waiting={status.waiting} />}
        </>
      }
    >
      {blocked ? (
        <Empty
          title={t('notOpen.title')}
          text={t('notOpen.text', { day: outline.dueOn ? formatDayAway(outline.dueOn, today) : formatDay(today) })}
          action={<LinkButton to={paths.today}>{t('finished.today')}</LinkButton>}
        />
      ) : here ? (
        <>
          <NewRevisions revisions={outline.revisions} />
          <NewVersion outline={outline} today={today} />
          <ActivityPlayer key={here.id} outline={outline} activityId={here.id} queue={queue} status={status} />
        </>
      ) : (
        <Finished outline={outline} />
      )}
    </PlayerFrame>
  );
}
