import type { PersonAssignment } from '@lms/contracts';
import { daysBetween } from '@lms/domain';
import { formatDay, paths, useTexts } from '@lms/web-platform';
import { Button, CountdownBoard, Hidden, Row, StandingMark } from '@lms/web-ui';
import { Link } from 'react-router';
import { AwayDate } from '../shared/AwayDate.js';
import { assignmentTexts } from '../texts/assignments.js';
import styles from './assignments.module.css';
import { reasonWords } from './reason-words.js';

interface Props {
  assignment: PersonAssignment;
  personId: string;
  today: string;
  mayChange: boolean;
  open: (kind: string, subject: string) => void;
}

const late: readonly PersonAssignment['standing'][] = ['overdue', 'expired'];

/** One course that is owed: by when, why, and what can be done about it. */
export function AssignmentRow({ assignment, personId, today, mayChange, open }: Props) {
  const { t, rich } = useTexts(assignmentTexts);
  const { id, courseId, title, dueOn, opensOn, validUntil, extendedTo, extensionReason, reasons, standing } =
    assignment;
  const waits = opensOn !== null && opensOn > today;
  const days = dueOn === null || waits ? null : daysBetween(today, dueOn);
  return (
    <Row
      mark={
        <span className={styles.mark}>
          {days === null || days > 30 || standing === 'exempt' ? (
            <StandingMark standing={standing} />
          ) : (
            <CountdownBoard days={days} tone={late.includes(standing) ? 'late' : 'due'} />
          )}
        </span>
      }
      title={title}
      detail={
        <div className={styles.facts}>
          <p>
            {waits && <>{t('opens', { day: formatDay(opensOn) })}. </>}
            {standing === 'exempt'
              ? t('exemptNow')
              : dueOn
                ? rich('due', { day: <AwayDate date={dueOn} today={today} /> })
                : t('noDue')}
            {validUntil && validUntil !== dueOn && <>. {t('validUntil', { day: formatDay(validUntil) })}</>}
            {'. '}
            <Link to={paths.whyOf(personId, courseId)}>
              {t('whyLink')}
              <Hidden> {title}</Hidden>
            </Link>
          </p>
          {extendedTo && extensionReason && (
            <p>{t('extended', { day: formatDay(extendedTo), reason: extensionReason })}</p>
          )}
          <ul className={styles.reasons} aria-label={t('why')}>
            {reasons.map((reason) => (
              <li key={reason.id}>
                {reasonWords(reason, t)}
                {reason.mayWithdraw && (
                  <button type="button" onClick={() => open('withdraw', reason.id)}>
                    {t('withdraw')}
                    <Hidden> {title}</Hidden>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      }
      action={
        mayChange &&
        standing !== 'exempt' && (
          <div className={styles.actions}>
            {dueOn && (
              <Button size="small" onClick={() => open('extend', id)}>
                {t('extend')}
                <Hidden> {title}</Hidden>
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={() => open('exempt', id)}>
              {t('exempt')}
              <Hidden> {title}</Hidden>
            </Button>
          </div>
        )
      }
    />
  );
}
