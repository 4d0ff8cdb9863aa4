import type { OpenedActivity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, ErrorState, Icon } from '@lms/web-ui';
import { useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { beginLaunch } from '../api/open-activity.js';
import { FrameHost, isPackage, type OpenedPackage } from '../frame/frame-host.js';
import { frameSandbox } from '../frame/offer-port.js';
import type { CommitQueue } from '../queue/commit-queue.js';
import { deliveryTexts } from '../texts.js';
import styles from './LessonPlayer.module.css';

interface Props {
  opened: OpenedActivity;
  queue: CommitQueue;
  superseded: boolean;
  /** Starts the visit anew: opens, launches, takes over. */
  onAgain: () => void;
}

/** A SCORM lesson in its own host's frame. */
export function LessonPlayer({ opened, queue, superseded, onAgain }: Props) {
  const { t } = useTexts(deliveryTexts);
  const frame = useRef<HTMLIFrameElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(!isPackage(opened));
  const [notKept, setNotKept] = useState(false);
  useVisit(frame, opened, queue, setFailed, setNotKept);

  if (failed) {
    return (
      <ErrorState
        title={t('lesson.failed')}
        text={t('lesson.failedText')}
        action={<Button onClick={onAgain}>{t('lesson.again')}</Button>}
      />
    );
  }
  return (
    <div className={styles.stage} ref={stage}>
      <iframe
        ref={frame}
        className={styles.frame}
        title={t('lesson.title', { title: opened.title })}
        sandbox={frameSandbox}
        allow="fullscreen; autoplay"
        inert={superseded}
      />
      {superseded && (
        <div className={styles.elsewhere} role="alert">
          <h2>{t('lesson.elsewhere')}</h2>
          <p>{t('lesson.elsewhereText')}</p>
          <Button variant="main" onClick={onAgain}>
            {t('lesson.goOnHere')}
          </Button>
        </div>
      )}
      <div className={styles.bar}>
        <p>{notKept ? t('saved.notKept') : null}</p>
        <Button variant="quiet" onClick={() => void stage.current?.requestFullscreen?.()}>
          <Icon name="up" />
          {t('lesson.full')}
        </Button>
      </div>
    </div>
  );
}

/** One visit: begun when the frame is there, and said goodbye to before the page goes elsewhere. */
function useVisit(
  frame: React.RefObject<HTMLIFrameElement | null>,
  opened: OpenedActivity,
  queue: CommitQueue,
  setFailed: (failed: boolean) => void,
  setNotKept: (notKept: boolean) => void,
): void {
  const host = useRef<FrameHost | null>(null);
  useEffect(() => {
    const iframe = frame.current;
    if (!iframe || !isPackage(opened)) return;
    const visit = openHost(iframe, opened, queue, (event) => {
      if (event.type === 'failed') setFailed(true);
      if (event.type === 'not-kept') setNotKept(true);
    });
    host.current = visit;
    return () => visit.close();
  }, [frame, opened, queue, setFailed, setNotKept]);

  // The content hears that it is left while its frame is still there: its last words are saved in order.
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const proceed = (): void => blocker.proceed();
    void (host.current?.leave() ?? Promise.resolve()).then(proceed, proceed);
  }, [blocker]);
}

type OnEvent = ConstructorParameters<typeof FrameHost>[0]['onEvent'];

function openHost(iframe: HTMLIFrameElement, opened: OpenedPackage, queue: CommitQueue, onEvent: OnEvent): FrameHost {
  const host = new FrameHost({
    iframe,
    opened,
    queue,
    begin: () => beginLaunch(opened.attemptId),
    onEvent,
    fetch: (url, init) => fetch(url, init),
  });
  host.open();
  return host;
}
