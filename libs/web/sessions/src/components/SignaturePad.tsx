import { useTexts } from '@lms/web-platform';
import { Button, Hidden } from '@lms/web-ui';
import { deskTexts } from '../texts/desk.js';
import styles from './SignaturePad.module.css';
import { PAD, type useSignedDrawing } from './use-signed-drawing.js';

/** Where somebody draws their signature. Who cannot draw signs by the typed name. */
export function SignaturePad({ drawing }: { drawing: ReturnType<typeof useSignedDrawing> }) {
  const { t } = useTexts(deskTexts);
  const { path, clear, ...drawn } = drawing;
  return (
    <figure className={styles.pad}>
      <figcaption>
        <b>{t('sign.draw')}</b>
        <span>{t('sign.drawHint')}</span>
      </figcaption>
      <svg
        {...drawn}
        onPointerCancel={drawn.onPointerUp}
        viewBox={`0 0 ${PAD.width} ${PAD.height}`}
        className={styles.field}
        role="img"
        aria-label={t('sign.pad')}
      >
        <path className={styles.line} d="M40 150H560" />
        <path className={styles.ink} d={path} />
      </svg>
      <div role="status">{path && <Hidden>{t('sign.drawn')}</Hidden>}</div>
      {path && (
        <Button size="small" variant="quiet" onClick={clear}>
          {t('sign.clear')}
        </Button>
      )}
    </figure>
  );
}
