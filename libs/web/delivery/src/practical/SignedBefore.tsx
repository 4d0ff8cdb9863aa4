import type { PracticalItem, SignOff } from '@lms/contracts';
import { formatDayOf, formatMoment, useTexts } from '@lms/web-platform';
import { Notice, Row, Rows, Section } from '@lms/web-ui';
import { PhotoStrip } from '../assess/components/PhotoStrip.js';
import { assessTexts } from '../assess/texts.js';
import styles from './PracticalPlayer.module.css';

interface Props {
  items: readonly PracticalItem[];
  /** Newest first, at least one. */
  signOffs: readonly SignOff[];
}

/** What the last assessor saw, what was missing, and the assessments before. */
export function SignedBefore({ items, signOffs }: Props) {
  const { t } = useTexts(assessTexts);
  const [last, ...earlier] = signOffs;
  if (!last) return null;
  const missed = last.results.filter(({ met }) => met === false);
  return (
    <>
      <Notice tone={last.passed ? 'good' : 'danger'}>
        <b>
          {last.passed
            ? t('practical.passed', { name: last.assessorName, moment: formatMoment(last.signedAt) })
            : t('practical.failed', { name: last.assessorName, day: formatDayOf(last.signedAt) })}
        </b>
        {missed.length > 0 && (
          <>
            <div>{t(last.passed ? 'practical.workOn' : 'practical.failedText')}</div>
            <ul className={styles.missed}>
              {missed.map(({ itemId, note }) => (
                <li key={itemId}>
                  {items.find(({ id }) => id === itemId)?.text}
                  {note && <div>{t('queue.reason', { reason: note })}</div>}
                </li>
              ))}
            </ul>
          </>
        )}
        {last.note && <div>{t('practical.noteOf', { name: last.assessorName, note: last.note })}</div>}
      </Notice>
      <PhotoStrip photos={last.photos} />
      {earlier.length > 0 && (
        <Section title={t('practical.earlier')}>
          <Rows>
            {earlier.map((one) => (
              <Row
                key={one.id}
                title={t(one.passed ? 'practical.resultPassed' : 'practical.resultFailed')}
                detail={`${one.assessorName}, ${formatMoment(one.signedAt)}`}
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}
