import type { Launch, OpenedActivity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, ErrorState, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useEffect, useState } from 'react';
import { beginLaunch } from '../api/open-activity.js';
import type { PlayerQueue } from '../queue/player-queue.js';
import { deliveryTexts } from '../texts.js';
import { FilmPlayer } from './FilmPlayer.js';

interface Props {
  opened: OpenedActivity;
  queue: PlayerQueue;
  superseded: boolean;
  onAgain: () => void;
}

/** Hands in what earlier visits left, begins this one, then shows the film where it was left. */
export function FilmVisit({ opened, queue, superseded, onAgain }: Props) {
  const { t } = useTexts(deliveryTexts);
  const [launch, setLaunch] = useState<Launch | null>(null);
  const [failed, setFailed] = useState(false);
  const { attemptId } = opened;
  useEffect(() => {
    let wanted = true;
    // What is left is best sent first; without signal it waits, and the launch fails plainly.
    void Promise.race([queue.flushAll(), new Promise((resolve) => setTimeout(resolve, 3000))])
      .then(() => (wanted ? beginLaunch(attemptId) : null))
      .then(
        (begun) => wanted && setLaunch(begun),
        () => wanted && setFailed(true),
      );
    return () => {
      wanted = false;
    };
  }, [attemptId, queue]);

  if (failed)
    return (
      <ErrorState
        title={t('lesson.failed')}
        text={t('lesson.failedText')}
        action={<Button onClick={onAgain}>{t('lesson.again')}</Button>}
      />
    );
  if (superseded)
    return (
      <ErrorState
        title={t('lesson.elsewhere')}
        text={t('lesson.elsewhereText')}
        action={<Button onClick={onAgain}>{t('lesson.goOnHere')}</Button>}
      />
    );
  if (!launch) {
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  return <FilmPlayer opened={opened} launch={launch} queue={queue} />;
}
