import { useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import { deliveryTexts } from '../texts.js';
import { ZOOMS, type PdfView } from './pdf-view.js';
import styles from './PdfTools.module.css';

interface Props {
  view: PdfView;
  onView: (view: PdfView) => void;
  zoom: number;
  onZoom: (zoom: number) => void;
}

/** As pages, larger or smaller, or as running text. */
export function PdfTools({ view, onView, zoom, onZoom }: Props) {
  const { t } = useTexts(deliveryTexts);
  const at = ZOOMS.indexOf(zoom);
  const step = (by: number): void => onZoom(ZOOMS[at + by] ?? zoom);
  return (
    <div className={styles.tools}>
      <fieldset className={styles.views}>
        <legend>{t('document.view')}</legend>
        {(['pages', 'text'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="pdf-view" checked={view === each} onChange={() => onView(each)} />
            <span>{t(`document.views.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {view === 'pages' && (
        <div className={styles.zoom} role="group" aria-label={t('document.size')}>
          <Button aria-label={t('document.smaller')} aria-disabled={at === 0} onClick={() => step(-1)}>
            <span aria-hidden>−</span>
          </Button>
          <output>{t('document.percent', { percent: Math.round(zoom * 100) })}</output>
          <Button aria-label={t('document.larger')} aria-disabled={at === ZOOMS.length - 1} onClick={() => step(1)}>
            <span aria-hidden>+</span>
          </Button>
        </div>
      )}
    </div>
  );
}
