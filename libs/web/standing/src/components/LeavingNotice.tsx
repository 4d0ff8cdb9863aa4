import type { Today } from '@lms/contracts';
import { formatDay, paths, useTexts } from '@lms/web-platform';
import { LinkButton, Section } from '@lms/web-ui';
import { standingTexts } from '../texts.js';
import styles from './LeavingNotice.module.css';

interface Props {
  leaving: NonNullable<Today['leaving']>;
  today: string;
}

/** To somebody whose last day is near: when they can sign in no more, and what stays open after that. */
export function LeavingNotice({ leaving: { accessEndsOn, linkTo }, today }: Props) {
  const { t } = useTexts(standingTexts);
  const title = accessEndsOn === today ? t('leaving.titleToday') : t('leaving.title', { day: formatDay(accessEndsOn) });
  return (
    <Section title={title}>
      <p className={styles.text}>{linkTo ? t('leaving.text', { address: linkTo }) : t('leaving.textNoAddress')}</p>
      <LinkButton to={paths.record}>{t('leaving.record')}</LinkButton>
    </Section>
  );
}
