import type { Why } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { whyTexts } from '../texts/why.js';
import styles from './why.module.css';

/** Why a day is later than its reasons say: more time that was given, and leave. */
export function MovedDay({ why }: { why: Pick<Why, 'extension' | 'leaves' | 'exemption'> }) {
  const { t } = useTexts(whyTexts);
  const { extension, leaves, exemption } = why;
  if (exemption || (!extension && leaves.length === 0)) return null;
  return (
    <Section title={t('moved')}>
      <ul className={styles.moved}>
        {extension && <li>{t('extended', { day: formatDay(extension.toOn), reason: extension.reason })}</li>}
        {leaves.map(({ fromOn, toOn, organisationName }) => (
          <li key={fromOn}>
            {t('away', { from: formatDay(fromOn), to: formatDay(toOn), organisation: organisationName })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
