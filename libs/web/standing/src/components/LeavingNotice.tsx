import { formatDay, paths, useTexts } from '@lms/web-platform';
import { LinkButton, Section } from '@lms/web-ui';
import { standingTexts } from '../texts.js';
import styles from './LeavingNotice.module.css';

/** To somebody whose last day is near: when they can sign in no more, and what stays open after that. */
export function LeavingNotice({ endsOn, today }: { endsOn: string; today: string }) {
  const { t } = useTexts(standingTexts);
  const title = endsOn === today ? t('leaving.titleToday') : t('leaving.title', { day: formatDay(endsOn) });
  return (
    <Section title={title}>
      <p className={styles.text}>{t('leaving.text')}</p>
      <LinkButton to={paths.record}>{t('leaving.record')}</LinkButton>
    </Section>
  );
}
