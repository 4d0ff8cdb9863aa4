import type { OpenedActivity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, classNames, ErrorState, Icon } from '@lms/web-ui';
import { useRef, type ReactNode } from 'react';
import { frameSandbox } from '../frame/offer-port.js';
import type { PlayerQueue } from '../queue/player-queue.js';
import { LessonBar } from '../scorm/LessonBar.js';
import { scormTexts } from '../scorm/texts.js';
import { deliveryTexts } from '../texts.js';
import styles from './LessonPlayer.module.css';
import { useFullScreen } from './use-full-screen.js';
import { useLessonVisit } from './use-lesson-visit.js';

interface Props {
  opened: OpenedActivity;
  queue: PlayerQueue;
  superseded: boolean;
  /** Starts the visit anew: opens, launches, takes over. */
  onAgain: () => void;
}

/** A SCORM lesson in its own host's frame, with its parts when it has several. */
export function LessonPlayer({ opened, queue, superseded, onAgain }: Props) {
  const { t } = useTexts(deliveryTexts);
  const { t: s } = useTexts(scormTexts);
  const frame = useRef<HTMLIFrameElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const screen = useFullScreen(stage);
  const { failed, notKept, closed, contents, go } = useLessonVisit(frame, opened, queue);

  if (failed) {
    return (
      <ErrorState
        title={t('lesson.failed')}
        text={t('lesson.failedText')}
        action={<Button onClick={onAgain}>{t('lesson.again')}</Button>}
      />
    );
  }
  const covered = superseded || closed;
  const parts = contents?.items.filter((item) => item.state !== 'group').length ?? 0;
  return (
    <div className={classNames(styles.stage, screen.filled && styles.filled)} ref={stage}>
      <div className={styles.parts} inert={covered}>
        {contents && parts > 1 ? <LessonBar title={opened.title} contents={contents} onGo={go} /> : null}
      </div>
      <div className={styles.screen}>
        <iframe
          ref={frame}
          className={styles.frame}
          title={t('lesson.title', { title: opened.title })}
          sandbox={frameSandbox}
          allow="fullscreen; autoplay"
          inert={covered}
        />
        {superseded ? (
          <Cover title={t('lesson.elsewhere')} text={t('lesson.elsewhereText')}>
            <Button variant="main" onClick={onAgain}>
              {t('lesson.goOnHere')}
            </Button>
          </Cover>
        ) : closed ? (
          <Cover title={s('closed')} text={s('closedText')}>
            <Button onClick={onAgain}>{s('openAgain')}</Button>
          </Cover>
        ) : null}
      </div>
      <div className={styles.bar}>
        <p>{notKept ? t('saved.notKept') : null}</p>
        <Button variant="quiet" onClick={screen.toggle}>
          <Icon name={screen.full ? 'down' : 'up'} />
          {t(screen.full ? 'lesson.exitFull' : 'lesson.full')}
        </Button>
      </div>
    </div>
  );
}

/** Said over the content, which is still there but no longer to be used. */
function Cover({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className={styles.elsewhere} role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
