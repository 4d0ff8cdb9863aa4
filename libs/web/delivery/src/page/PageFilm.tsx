import type { PageFile } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useState } from 'react';
import styles from './PageText.module.css';
import { pageTexts } from './texts.js';

interface Props {
  file: PageFile;
  title: string;
  address: string;
  onFailed: () => void;
}

/** A film in a page: to look at, not to be counted. */
export function PageFilm({ file, title, address, onFailed }: Props) {
  const { t } = useTexts(pageTexts);
  const [failed, setFailed] = useState<string | null>(null);
  const fail = () => {
    setFailed(address);
    onFailed();
  };
  return (
    <figure className={styles.film}>
      {failed === address ? (
        <p className={styles.missing}>{t('filmFailed')}</p>
      ) : (
        <video
          key={address}
          src={address}
          controls
          playsInline
          preload="metadata"
          aria-label={t('film', { title: title || file.name })}
          onError={fail}
        />
      )}
      <figcaption>{title}</figcaption>
    </figure>
  );
}
