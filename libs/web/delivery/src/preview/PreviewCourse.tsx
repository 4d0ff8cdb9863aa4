import { formatMinutes, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, Icon, Plate, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { Navigate } from 'react-router';
import { CourseRoute } from '../components/CourseRoute.js';
import { PlayerFrame } from '../components/PlayerFrame.js';
import { PlayerPlaceContext, type PlayerPlace } from '../components/player-place.js';
import { ActivityPlayer } from '../player/ActivityPlayer.js';
import { deliveryTexts } from '../texts.js';
import { previewOutlineQuery } from './preview-outline.js';
import styles from './Preview.module.css';
import { previewTexts } from './texts.js';
import { usePreviewWorld } from './use-preview-world.js';

interface Props {
  versionId: string;
  activityId: string | undefined;
}

/** The player, in a world where nothing is kept. */
export function PreviewCourse({ versionId, activityId }: Props) {
  const { t } = useTexts(previewTexts);
  const { t: delivery } = useTexts(deliveryTexts);
  const { today } = useMe();
  const { data: read } = useQuery(previewOutlineQuery(versionId));
  const { world, ready } = usePreviewWorld();
  useSyncExternalStore(world.subscribe, world.doneActivities);
  const status = useSyncExternalStore(world.queue.subscribe, world.queue.snapshot);
  usePageTitle(t('title', { title: read?.title ?? delivery('loading') }));
  const courseId = read?.courseId;
  const backText = t('back');
  const place = useMemo(
    (): PlayerPlace => ({
      activity: (_courseId, id) => paths.preview(versionId, id),
      back: courseId ? { to: paths.manageCourse(courseId), text: backText } : null,
      preview: true,
    }),
    [versionId, courseId, backText],
  );
  if (!read || !ready) {
    return (
      <Skeleton label={delivery('loading')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  const outline = world.shown(read);
  const here = outline.activities.find(({ id }) => id === activityId) ?? outline.activities[0];
  if (!activityId && here) return <Navigate to={paths.preview(versionId, here.id)} replace />;
  const done = here?.state === 'done';
  return (
    <PlayerPlaceContext value={place}>
      <div className={styles.bar} role="note">
        <Icon name="show" />
        <b>{t('bar')}</b>
        <span>{t('barText')}</span>
      </div>
      <PlayerFrame
        title={outline.title}
        detail={delivery('versionMinutes', { number: outline.number, length: formatMinutes(outline.minutes) })}
        saved={<Plate look="soft">{t('nothing')}</Plate>}
        outline={<CourseRoute outline={outline} activityId={here?.id ?? null} today={today} />}
      >
        {done && (
          <p className={styles.would} role="status">
            <Icon name="tick" /> {t('would')}
          </p>
        )}
        {here ? (
          <ActivityPlayer key={here.id} outline={outline} activityId={here.id} queue={world.queue} status={status} />
        ) : (
          <Empty title={t('empty')} text={t('emptyText')} />
        )}
      </PlayerFrame>
    </PlayerPlaceContext>
  );
}
