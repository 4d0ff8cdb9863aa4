import type { PageFile } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Hidden, Icon } from '@lms/web-ui';
import { sizeInWords } from '../player/size-in-words.js';
import styles from './PageDownload.module.css';
import { pageTexts } from './texts.js';

const formatOf = (name: string): string => /\.([a-z0-9]{1,6})$/i.exec(name)?.[1]?.toUpperCase() ?? '';

/** A file to keep: what it is and how large, before anything is fetched. */
export function PageDownload({ file, title, address }: { file: PageFile; title: string; address: string }) {
  const { t } = useTexts(pageTexts);
  const size = sizeInWords(file.size);
  const format = formatOf(file.name);
  return (
    <a className={styles.file} href={address} download={file.name}>
      <Icon name="download" size={24} />
      <span>
        <b>
          <Hidden>{t('download')} </Hidden>
          {title || file.name}
        </b>
        <small>{format ? t('file', { format, size }) : size}</small>
      </span>
    </a>
  );
}
