import { useTexts } from '@lms/web-platform';
import { Icon, LinkButton } from '@lms/web-ui';
import { sizeInWords } from '../player/size-in-words.js';
import { deliveryTexts } from '../texts.js';
import styles from './Download.module.css';

interface Props {
  address: string;
  name: string;
  /** Bytes. */
  size: number;
}

/** A file that a browser does not show: it is taken away and opened with whatever reads it. */
export function Download({ address, name, size }: Props) {
  const { t } = useTexts(deliveryTexts);
  return (
    <div className={styles.download}>
      <Icon name="download" />
      <div>
        <h2>{name}</h2>
        <p>{t('document.other')}</p>
      </div>
      <LinkButton to={address} download={name}>
        {t('document.download', { size: sizeInWords(size) })}
      </LinkButton>
    </div>
  );
}
