import type { PracticalPhoto } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Hidden } from '@lms/web-ui';
import type { WaitingPhoto } from '../photos/photo-sender.js';
import { useObjectUrl } from '../photos/use-object-url.js';
import { assessTexts } from '../texts.js';
import styles from './PhotoStrip.module.css';

interface Props {
  photos: readonly PracticalPhoto[];
  /** Still on this device. */
  waiting?: readonly WaitingPhoto[];
  /** What they show; none for the whole. */
  itemText?: string;
  /** Left out where nothing can be removed any more. `here`: it is on this device only. */
  onRemove?: (id: string, here: boolean) => void;
}

/** Photos side by side, with what has not arrived yet. */
export function PhotoStrip({ photos, waiting = [], itemText, onRemove }: Props) {
  const { t } = useTexts(assessTexts);
  if (photos.length === 0 && waiting.length === 0) return null;
  const altOf = (number: number) =>
    itemText ? t('sheet.photoOfItem', { number, item: itemText }) : t('sheet.photoAlt', { number });
  const remove = (id: string, here: boolean, alt: string) =>
    onRemove && (
      <Button size="small" variant="quiet" onClick={() => onRemove(id, here)}>
        {t('sheet.removePhoto')}
        <Hidden>{t('named', { name: alt })}</Hidden>
      </Button>
    );
  return (
    <ul className={styles.strip}>
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <img src={photo.address} alt={altOf(index + 1)} loading="lazy" />
          {remove(photo.id, false, altOf(index + 1))}
        </li>
      ))}
      {waiting.map((photo, index) => (
        <li key={photo.id}>
          <Picture blob={photo.picture} alt={altOf(photos.length + index + 1)} />
          <p>
            {photo.refused ? t('sheet.photoRefused', { reason: problemText(photo.refused) }) : t('sheet.photoWaits')}
          </p>
          {remove(photo.id, true, altOf(photos.length + index + 1))}
        </li>
      ))}
    </ul>
  );
}

function Picture({ blob, alt }: { blob: Blob; alt: string }) {
  const url = useObjectUrl(blob);
  return url ? <img src={url} alt={alt} /> : null;
}
