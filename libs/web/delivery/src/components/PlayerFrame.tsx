import { paths, useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { deliveryTexts } from '../texts.js';
import { usePlayerPlace } from './player-place.js';
import styles from './PlayerFrame.module.css';

interface Props {
  title: string;
  /** Below the title: the version and how long it takes. */
  detail: string;
  saved: ReactNode;
  outline: ReactNode;
  children: ReactNode;
}

/** One activity at a time, and the course's own route beside it. */
export function PlayerFrame({ title, detail, saved, outline, children }: Props) {
  const { t } = useTexts(deliveryTexts);
  const { back } = usePlayerPlace();
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <Link className={styles.back} to={back?.to ?? paths.today}>
          <Icon name="back" />
          {back?.text ?? t('back')}
        </Link>
        <div className={styles.head}>
          <h1>{title}</h1>
          <p>{detail}</p>
        </div>
        <div className={styles.saved}>{saved}</div>
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <aside className={styles.outline}>{outline}</aside>
    </div>
  );
}
