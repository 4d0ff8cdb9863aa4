import type { Today } from '@lms/contracts';
import { distanceOf, paths, useTexts } from '@lms/web-platform';
import { CountdownBoard, Plate, ProgressRoad, Sign, SignButton } from '@lms/web-ui';
import { standingTexts } from '../texts.js';
import { courseToOpen, daysLeft, dueFacts, minutesToTake, sessionPath, verbKey } from './due-facts.js';
import { DueSentence } from './DueSentence.js';
import { DueSession } from './DueSession.js';
import styles from './NextSign.module.css';
import { readablePlace } from './readable-place.js';

/** The one next thing on a sign. */
export function NextSign({ next, today }: { next: NonNullable<Today['next']>; today: string }) {
  const { t, rich } = useTexts(standingTexts);
  const begun = (next.percent ?? 0) > 0;
  const minutes = minutesToTake(next);
  const left = minutes === null ? null : Math.ceil((minutes * (100 - (next.percent ?? 0))) / 100);
  const place = readablePlace(next.stoppedAt);
  const distance = left ? distanceOf(left) : null;
  return (
    <Sign
      destination={next.title}
      distance={distance && { ...distance, unit: begun ? t('next.unitLeft', { unit: distance.unit }) : distance.unit }}
      plate={<Plate look="here">{t('next.here')}</Plate>}
      progress={begun && <ProgressRoad percent={next.percent ?? 0} label={t('next.covered')} />}
      details={
        <div className={styles.due}>
          <CountdownBoard days={daysLeft(dueFacts(next), today)} />
          <p>
            <DueSentence item={next} today={today} strong />
            {place && <> {rich('next.stoppedAt', { place: <b>{place}</b> })}</>}
            {next.inPersonOnly && (
              <>
                {' '}
                <DueSession booked={next.booked} />
              </>
            )}
          </p>
        </div>
      }
      actions={
        next.booked ? (
          <SignButton to={sessionPath(next)}>{t('next.session')}</SignButton>
        ) : (
          !next.inPersonOnly && <SignButton to={paths.course(courseToOpen(next))}>{t(verbKey(next))}</SignButton>
        )
      }
    />
  );
}
