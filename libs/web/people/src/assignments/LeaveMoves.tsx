import { ApiProblem, formatDay, problemText, useTexts } from '@lms/web-platform';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { leavePreviewQuery } from '../api/leave-preview.js';
import { assignmentTexts } from '../texts/assignments.js';
import styles from './assignments.module.css';

interface Props {
  engagementId: string;
  leaveId: string | null;
  fromOn: string;
  toOn: string;
}

/** Which due dates the leave moves, and to when, before it is saved. */
export function LeaveMoves({ engagementId, leaveId, fromOn, toOn }: Props) {
  const { t } = useTexts(assignmentTexts);
  const [typed] = useDebouncedValue(`${fromOn} ${toOn}`, 350);
  const whole = fromOn !== '' && toOn !== '' && fromOn <= toOn;
  const settled = typed === `${fromOn} ${toOn}`;
  const { data, error } = useQuery({
    ...leavePreviewQuery({ engagementId, leaveId, fromOn, toOn }),
    enabled: whole && settled,
  });
  return (
    <section className={styles.moves} aria-labelledby="what-leave-moves">
      <h3 id="what-leave-moves">{t('leave.moves')}</h3>
      <div aria-live="polite">
        {!whole ? (
          <p>{t('leave.movesChoose')}</p>
        ) : error ? (
          <p>{sentence(error)}</p>
        ) : !data ? (
          <p>{t('leave.movesLooking')}</p>
        ) : (
          <>
            {data.moves.length === 0 && <p>{t('leave.movesNone')}</p>}
            {data.moves.length > 0 && (
              <ul>
                {data.moves.map(({ id, title, beforeOn, dueOn }) => (
                  <li key={id}>
                    <b>{title}</b>
                    <span>{t('leave.moved', { before: formatDay(beforeOn), after: formatDay(dueOn) })}</span>
                  </li>
                ))}
              </ul>
            )}
            {data.moves.length > 0 && data.stays > 0 && <p>{t('leave.movesStay', { count: data.stays })}</p>}
          </>
        )}
      </div>
    </section>
  );
}

const sentence = (error: unknown): string =>
  (error instanceof ApiProblem ? error.fields[0]?.message : undefined) ?? problemText(error);
