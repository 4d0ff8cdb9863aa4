import type { ItemResult, PracticalItem, PracticalPhoto } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Plate } from '@lms/web-ui';
import { useId, useState } from 'react';
import { AreaField } from '../fields/AreaField.js';
import { FileButton } from '../fields/FileButton.js';
import type { WaitingPhoto } from '../photos/photo-sender.js';
import { assessTexts } from '../texts.js';
import styles from './AssessItem.module.css';
import { PhotoStrip } from './PhotoStrip.js';

interface Props {
  item: PracticalItem;
  number: number;
  result: ItemResult | undefined;
  photosTaken: boolean;
  photos: readonly PracticalPhoto[];
  waiting: readonly WaitingPhoto[];
  onResult: (change: Partial<Omit<ItemResult, 'itemId'>>) => void;
  onPhoto: (file: File) => void;
  onRemovePhoto: (id: string, here: boolean) => void;
}

/** One item of the checklist: two answers that a thumb cannot miss, a note, photos. */
export function AssessItem({ item, number, result, photosTaken, photos, waiting, ...on }: Props) {
  const { t } = useTexts(assessTexts);
  const name = useId();
  const [noting, setNoting] = useState(false);
  const met = result?.met ?? null;
  const showNote = noting || met === false || Boolean(result?.note);
  const answer = (value: boolean, text: string) => (
    <label className={styles.answer} data-met={value}>
      <input type="radio" name={name} checked={met === value} onChange={() => on.onResult({ met: value })} />
      <span>{text}</span>
    </label>
  );
  return (
    <li className={styles.item} id={`item-${item.id}`}>
      <fieldset>
        <legend className={styles.legend}>
          <span className={styles.number} aria-hidden>
            {number}
          </span>
          <span>
            {item.text}{' '}
            {item.critical && (
              <span className={styles.critical}>
                <Plate look="ink">{t('sheet.critical')}</Plate>
              </span>
            )}
          </span>
        </legend>
        <div className={styles.answers}>
          {answer(true, t('sheet.met'))}
          {answer(false, t('sheet.notMet'))}
        </div>
      </fieldset>
      {showNote && (
        <AreaField
          label={t('sheet.itemNote')}
          hint={met === false ? t('sheet.noteHint') : undefined}
          value={result?.note ?? ''}
          maxLength={1000}
          rows={2}
          onChange={(event) => on.onResult({ note: event.target.value })}
        />
      )}
      <PhotoStrip photos={photos} waiting={waiting} itemText={item.text} onRemove={on.onRemovePhoto} />
      <div className={styles.extras}>
        {!showNote && (
          <Button variant="quiet" onClick={() => setNoting(true)}>
            {t('sheet.addNote')}
            <Hidden>{t('sheet.photoOf', { item: item.text })}</Hidden>
          </Button>
        )}
        {photosTaken && (
          <FileButton
            label={t('sheet.photo')}
            named={t('sheet.photoOf', { item: item.text })}
            accept="image/*"
            camera
            icon="camera"
            onFile={on.onPhoto}
          />
        )}
      </div>
    </li>
  );
}
