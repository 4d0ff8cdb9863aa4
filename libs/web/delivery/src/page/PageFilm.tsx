import type { PageFile } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useState } from 'react';
import styles from './PageText.module.css';
import { pageTexts } from './texts.js';

interface Props {
  file: PageFile;
  title: string;
  address: string;
  captions: readonly { language: string; label: string; address: string }[];
  onFailed: () => void;
}

/** A film in a page: to look at, not to be counted. */
export function PageFilm({ file, title, address, captions, onFailed }: Props) {
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
          crossOrigin="anonymous"
          controls
          playsInline
          preload="metadata"
          aria-label={t('film', { title: title || file.name })}
          onError={fail}
        >
          {captions.map((track, index) => (
            <track
              key={track.language}
              kind="captions"
              srcLang={track.language}
              label={track.label}
              src={track.address}
              default={index === 0}
            />
          ))}
        </video>
      )}
      <figcaption>{title}</figcaption>
    </figure>
  );
}
