import type { ItemResult, PracticalItem, PracticalPhoto } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate, Row, Rows } from '@lms/web-ui';
import { assessTexts } from '../texts.js';
import { PhotoStrip } from './PhotoStrip.js';
import styles from './SignedView.module.css';

interface Props {
  items: readonly PracticalItem[];
  results: readonly ItemResult[];
  photos: readonly PracticalPhoto[];
}

/** What was signed, item by item. */
export function SignedView({ items, results, photos }: Props) {
  const { t } = useTexts(assessTexts);
  const general = photos.filter(({ itemId }) => itemId === null);
  return (
    <>
      <Rows label={t('sheet.checklist')}>
        {items.map((item) => {
          const result = results.find(({ itemId }) => itemId === item.id);
          const own = photos.filter(({ itemId }) => itemId === item.id);
          return (
            <Row
              key={item.id}
              title={item.text}
              detail={
                <div className={styles.detail}>
                  {result?.note && <p>{result.note}</p>}
                  <PhotoStrip photos={own} itemText={item.text} />
                </div>
              }
              action={
                <Plate look={result?.met ? 'outline' : 'danger'}>{t(result?.met ? 'sheet.met' : 'sheet.notMet')}</Plate>
              }
            />
          );
        })}
      </Rows>
      <PhotoStrip photos={general} />
    </>
  );
}
