import { brand, paths, problemText, useOnline, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, LinkButton, QrCode } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useParams } from 'react-router';
import { checkInCodeQuery } from '../api/check-in-code.js';
import { registerQuery } from '../api/register.js';
import { sessionQuery } from '../api/session.js';
import { CodeCountdown } from '../components/CodeCountdown.js';
import styles from '../components/CodeScreen.module.css';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { useKeptAwake } from '../components/use-kept-awake.js';
import { deskTexts } from '../texts/desk.js';

/** What the trainer's screen shows to the room: six digits, and the same as a picture to scan. */
export function CodePage() {
  const { t } = useTexts(deskTexts);
  const online = useOnline();
  const { sessionId = '' } = useParams();
  const screen = useRef<HTMLDivElement>(null);
  const { data: session } = useQuery(sessionQuery(sessionId));
  const { data: register } = useQuery(registerQuery(sessionId));
  const { data: now, error, refetch } = useQuery(checkInCodeQuery(sessionId));
  useKeptAwake();
  usePageTitle(t('code.title'));
  if (!session || !register || (!now && !error)) return <PageSkeleton />;
  const back = `${paths.session(sessionId)}/register`;
  const address = `${location.host}${paths.checkIn}`;
  const expected = register.entries.length;
  return (
    <div ref={screen} className={styles.screen}>
      <div className={styles.head}>
        <div>
          <p>{brand.name}</p>
          <h1>{session.courseTitle}</h1>
        </div>
        <div className={styles.tools}>
          <Button size="small" onClick={() => void screen.current?.requestFullscreen?.().catch(() => undefined)}>
            {t('code.full')}
          </Button>
          <LinkButton size="small" to={back}>
            {t('code.leave')}
          </LinkButton>
        </div>
      </div>
      {!now || error ? (
        <div className={styles.closed} role="alert">
          <h2>{t('code.closed')}</h2>
          <p>{online ? problemText(error) : t('code.waiting')}</p>
          <Button onClick={() => void refetch()}>{t('code.again')}</Button>
        </div>
      ) : (
        <div className={styles.shown}>
          <div>
            <p className={styles.digits} aria-label={t('code.spoken', { digits: [...now.code].join(' ') })} role="img">
              <span>{now.code.slice(0, 3)}</span> <span>{now.code.slice(3)}</span>
            </p>
            <CodeCountdown key={now.changesAt} changesAt={now.changesAt} seconds={now.everySeconds} />
            <p>{t('code.how', { address })}</p>
            <p>{t('code.how2', { seconds: now.everySeconds })}</p>
            <p className={styles.there} role="status">
              {t('code.there', { present: register.present, expected })}
            </p>
          </div>
          <QrCode
            className={styles.qr}
            text={`${location.origin}${paths.checkIn}?session=${sessionId}&code=${now.code}`}
          />
        </div>
      )}
    </div>
  );
}
