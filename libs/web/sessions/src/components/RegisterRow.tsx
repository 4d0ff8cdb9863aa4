import type { Attendance, SessionBooking, SessionState } from '@lms/contracts';
import { formatTime, paths, problemText, useTexts } from '@lms/web-platform';
import { Hidden, Icon, LinkButton, toast } from '@lms/web-ui';
import { useMarkAttendance } from '../api/mark-attendance.js';
import { deskTexts } from '../texts/desk.js';
import { sessionTexts } from '../texts/sessions.js';
import styles from './register.module.css';

const CHOICES = ['present', 'absent'] as const satisfies readonly Attendance[];

interface Props {
  sessionId: string;
  entry: SessionBooking;
  /** Registers that are closed, or not open yet, are only read. */
  open: boolean;
  state: SessionState;
}

/** Whether somebody is there: who signed is, until the trainer says otherwise. */
export const attendanceOf = ({ attendance, signed }: SessionBooking): Attendance | null =>
  attendance ?? (signed ? 'present' : null);

/** One person on the register: who, how they signed, and what the trainer says. */
export function RegisterRow({ sessionId, entry, open, state }: Props) {
  const { t } = useTexts(deskTexts);
  const { t: words } = useTexts(sessionTexts);
  const mark = useMarkAttendance(sessionId);
  const { bookingId, name, signed } = entry;
  const stands = attendanceOf(mark.isPending ? { ...entry, attendance: mark.variables.attendance } : entry);
  const press = (choice: Attendance) =>
    mark.mutate(
      // What was pressed is taken back by pressing it again; of who signed nothing has to be said.
      { bookingId, attendance: entry.attendance === choice || (choice === 'present' && signed) ? null : choice },
      { onError: (error) => toast(problemText(error), { tone: 'danger' }) },
    );
  const who = [entry.jobRole, entry.organisationName].filter(Boolean).join(', ');
  return (
    <li className={styles.row} data-stands={stands ?? 'open'}>
      <div className={styles.who}>
        <h3>{name}</h3>
        <p>{who}</p>
        {entry.walkIn && <p>{words('people.walkIn')}</p>}
        {signed && (
          <p className={styles.signed}>
            <Icon name="tick" size={16} />
            {t(signed.by === 'code' ? 'register.byCode' : 'register.bySignature', { time: formatTime(signed.at) })}
          </p>
        )}
        {!signed && stands === 'present' && (
          <p className={styles.unsigned}>
            <Icon name="warning" size={16} />
            {t('register.notSigned')}
          </p>
        )}
      </div>
      {open ? (
        <div className={styles.acts}>
          {!signed && stands !== 'absent' && (
            <LinkButton size="small" to={`${paths.session(sessionId)}/sign/${bookingId}`}>
              {t('register.sign')}
              <Hidden> {name}</Hidden>
            </LinkButton>
          )}
          <div className={styles.choice} role="group" aria-label={t('register.markOf', { name })}>
            {CHOICES.map((choice) => (
              <button
                key={choice}
                type="button"
                aria-pressed={stands === choice}
                data-choice={choice}
                onClick={() => press(choice)}
              >
                {t(choice === 'present' ? 'register.there' : 'register.away')}
              </button>
            ))}
          </div>
        </div>
      ) : (
        state === 'held' && (
          <p className={styles.said} data-stands={stands ?? 'absent'}>
            {t(stands === 'present' ? 'register.there' : 'register.away')}
          </p>
        )
      )}
    </li>
  );
}
