import type { PageFile } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useState } from 'react';
import styles from './PageText.module.css';
import { pageTexts } from './texts.js';

interface Props {
  file: PageFile;
  alt: string;
  address: string;
  onFailed: () => void;
}

/** A picture at its own size, as long as it fits. One that does not load says what it would show. */
export function PagePicture({ file, alt, address, onFailed }: Props) {
  const { t } = useTexts(pageTexts);
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === address) return <p className={styles.missing}>{alt || t('failed')}</p>;
  const fail = () => {
    setFailed(address);
    onFailed();
  };
  return (
    <img
      className={styles.picture}
      src={address}
      alt={alt}
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      loading="lazy"
      decoding="async"
      onError={fail}
    />
  );
}
