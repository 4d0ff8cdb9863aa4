import type { CourseOutline, OpenedActivity } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, ErrorState, LinkButton, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { outlineQuery } from '../api/course-outline.js';
import { openedQuery } from '../api/open-activity.js';
import { WhatNext } from '../components/WhatNext.js';
import type { PlayerQueue } from '../queue/player-queue.js';
import type { QueueStatus } from '../queue/queue-status.js';
import { deliveryTexts } from '../texts.js';
import { FilmVisit } from './FilmVisit.js';
import { LessonPlayer } from './LessonPlayer.js';

/** Each kind's player comes when it is needed: most courses have one or two of them. */
const DocumentPlayer = lazy(async () => ({ default: (await import('./DocumentPlayer.js')).DocumentPlayer }));

const PagePlayer = lazy(async () => ({ default: (await import('../page/PagePlayer.js')).PagePlayer }));
const QuizPlayer = lazy(async () => ({ default: (await import('../quiz/QuizPlayer.js')).QuizPlayer }));
const SurveyPlayer = lazy(async () => ({ default: (await import('../survey/SurveyPlayer.js')).SurveyPlayer }));
const PracticalPlayer = lazy(async () => ({
  default: (await import('../practical/PracticalPlayer.js')).PracticalPlayer,
}));
const EvidencePlayer = lazy(async () => ({ default: (await import('../evidence/EvidencePlayer.js')).EvidencePlayer }));
const LinkPlayer = lazy(async () => ({ default: (await import('../link/LinkPlayer.js')).LinkPlayer }));

interface Props {
  outline: CourseOutline;
  activityId: string;
  queue: PlayerQueue;
  status: QueueStatus;
}

/** Opens one activity with the player of its kind, and says what comes after it. */
export function ActivityPlayer({ outline, activityId, queue, status }: Props) {
  const { t } = useTexts(deliveryTexts);
  const client = useQueryClient();
  const [visit, setVisit] = useState(0);
  const [acknowledged, setAcknowledged] = useState<{ courseDone: boolean } | null>(null);
  const { data: opened, error, refetch } = useQuery({ ...openedQuery(activityId), throwOnError: false });
  // As it was on arrival: what is done now is said, even once the outline knows it.
  const [wasDone] = useState(() => outline.activities.find((a) => a.id === activityId)?.doneAt != null);
  const [fresh, setFresh] = useState(false);
  const done = acknowledged !== null || (fresh && status.activityDone);
  const courseDone = acknowledged?.courseDone === true || (fresh && status.courseDone);

  // What the stop before this one reported is not this one's.
  useEffect(() => {
    queue.follow('');
    setFresh(true);
  }, [queue]);

  useEffect(() => {
    if (!done) return;
    void client.invalidateQueries({ queryKey: outlineQuery(outline.courseId).queryKey });
    for (const key of ['today', 'record']) void client.invalidateQueries({ queryKey: [key] });
  }, [client, done, outline.courseId]);

  const again = (): void => void refetch().then(() => setVisit((n) => n + 1));
  if (error) {
    const text = problemText(error);
    return (
      <ErrorState title={t('notOpened')} text={text} action={<Button onClick={again}>{t('lesson.again')}</Button>} />
    );
  }
  const waiting = (
    <Skeleton label={t('loading')}>
      <SkeletonBlock height={360} />
    </Skeleton>
  );
  if (!opened) return waiting;
  return (
    <>
      {done && !wasDone ? (
        <WhatNext outline={outline} activityId={activityId} courseDone={courseDone} show={acknowledged !== null} />
      ) : null}
      <Suspense fallback={waiting}>{playerOf(opened)}</Suspense>
    </>
  );

  function playerOf(activity: OpenedActivity) {
    switch (activity.kind) {
      case 'scorm12':
      case 'scorm2004':
        return (
          <LessonPlayer key={visit} opened={activity} queue={queue} superseded={status.superseded} onAgain={again} />
        );
      case 'video':
        return <FilmVisit key={visit} opened={activity} queue={queue} superseded={status.superseded} onAgain={again} />;
      case 'document':
        return <DocumentPlayer opened={activity} onDone={setAcknowledged} />;
      case 'page':
        return <PagePlayer opened={activity} onDone={setAcknowledged} />;
      case 'quiz':
        return <QuizPlayer opened={activity} onDone={setAcknowledged} />;
      case 'survey':
        return <SurveyPlayer opened={activity} onDone={setAcknowledged} />;
      case 'practical':
        return <PracticalPlayer opened={activity} onDone={setAcknowledged} />;
      case 'evidence':
        return <EvidencePlayer opened={activity} onDone={setAcknowledged} />;
      case 'link':
        return <LinkPlayer opened={activity} onDone={setAcknowledged} />;
      default:
        return (
          <Empty
            title={t('inPerson.title')}
            text={t('inPerson.text')}
            action={
              <LinkButton to={`${paths.sessions}?course=${outline.courseId}`}>{t('inPerson.sessions')}</LinkButton>
            }
          />
        );
    }
  }
}
