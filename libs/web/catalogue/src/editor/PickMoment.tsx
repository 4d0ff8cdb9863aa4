import { useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice } from '@lms/web-ui';
import { useRef, useState } from 'react';
import { Dialog } from '../components/Dialog.js';
import { activityTexts } from '../texts/activities.js';
import { commonTexts } from '../texts/common.js';
import styles from './PickMoment.module.css';
import { pictureOf } from './picture-of.js';

interface Props {
  /** Its address, on a host that lets this page read what it shows. */
  film: string;
  title: string;
  onTaken: (picture: File) => void;
  onClose: () => void;
}

/** A moment of a film, chosen by looking at it and taken here in the browser. */
export function PickMoment({ film, title, onTaken, onClose }: Props) {
  const { t } = useTexts(activityTexts);
  const { t: common } = useTexts(commonTexts);
  const media = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const take = () => {
    const element = media.current;
    if (!element) return;
    element.pause();
    pictureOf(element, `${title}.jpg`).then(onTaken, () => setFailed(true));
  };
  return (
    <Dialog title={t('poster.pickTitle')} onClose={onClose} large>
      <div className={styles.pick}>
        <p>{t('poster.pickText')}</p>
        <video
          ref={media}
          className={styles.film}
          src={film}
          crossOrigin="anonymous"
          controls
          muted
          playsInline
          preload="auto"
          aria-label={t('poster.film')}
        />
        {failed && <Notice tone="danger">{t('poster.failed')}</Notice>}
        <FormActions>
          <Button variant="main" onClick={take}>
            {t('poster.take')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </FormActions>
      </div>
    </Dialog>
  );
}
