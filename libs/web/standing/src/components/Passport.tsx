import type { Today } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { StandingLabel } from '@lms/web-ui';
import { useId } from 'react';
import { standingTexts } from '../texts.js';
import styles from './Passport.module.css';
import { passportOrder, standingKey } from './standing-words.js';

/** Who the person is and how their courses stand, on a white sign. */
export function Passport({ today }: { today: Today }) {
  const { t } = useTexts(standingTexts);
  const heading = useId();
  const shown = passportOrder.filter((standing) => today.counts[standing] > 0);
  return (
    <section className={styles.passport} aria-labelledby={heading}>
      <h2 id={heading}>{t('passport.title')}</h2>
      <p className={styles.who}>{today.name}</p>
      {today.jobRole && <p className={styles.fact}>{today.jobRole}</p>}
      {today.organisationName && <p className={styles.fact}>{today.organisationName}</p>}
      <ul>
        {shown.map((standing) => (
          <li key={standing}>
            <StandingLabel standing={standing} text={t(standingKey(standing))} />
            <b>{today.counts[standing]}</b>
          </li>
        ))}
        {shown.length === 0 && <li className={styles.fact}>{t('passport.none')}</li>}
      </ul>
      <p className={styles.note}>{t('passport.note')}</p>
    </section>
  );
}
