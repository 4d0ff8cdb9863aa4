import type { Erasure } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Notice, Section } from '@lms/web-ui';
import { Link } from 'react-router';
import styles from '../shared/shared.module.css';
import { erasureTexts } from '../texts/erasure.js';
import { personTexts } from '../texts/person.js';
import { thingPath } from './thing-paths.js';

/** What the closing report says of names and titles in which the name still stood. */
export function Remained({ remained }: Pick<Erasure, 'remained'>) {
  const { t } = useTexts(erasureTexts);
  const { t: person } = useTexts(personTexts);
  return (
    <Section title={t('remained.title')}>
      {remained.length === 0 ? (
        <p className={styles.quiet}>{t('remained.none')}</p>
      ) : (
        <>
          <Notice>{t('remained.some', { count: remained.length })}</Notice>
          <ul className={styles.remained}>
            {remained.map((thing) => (
              <li key={`${thing.kind} ${thing.id}`}>
                <Link to={thingPath(thing)}>{person(`erase.thing.${thing.kind}`)}</Link>{' '}
                <span className={styles.quiet}>{t(thing.whole ? 'remained.whole' : 'remained.family')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
