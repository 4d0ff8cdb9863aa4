import { useTexts } from '@lms/web-platform';
import { Button, Icon, SearchField } from '@lms/web-ui';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { deliveryTexts } from '../texts.js';
import { findText } from './find-text.js';
import styles from './PdfSearch.module.css';

interface Props {
  pdf: PDFDocumentProxy;
  search: string;
  onSearch: (search: string) => void;
  /** A page to bring into sight, counted from 1. */
  onPlace: (page: number) => void;
}

/** Finds words in the whole document, also on pages that are not drawn yet, and goes from place to place. */
export function PdfSearch({ pdf, search, onSearch, onPlace }: Props) {
  const { t } = useTexts(deliveryTexts);
  const [places, setPlaces] = useState<number[] | null>(null);
  const [at, setAt] = useState(0);
  useEffect(() => {
    setPlaces(null);
    if (search.trim() === '') return;
    const stop = new AbortController();
    void findText(pdf, search, stop.signal).then((found) => {
      if (stop.signal.aborted) return;
      setPlaces(found);
      setAt(0);
      if (found[0]) onPlace(found[0]);
    });
    return () => stop.abort();
  }, [pdf, search, onPlace]);

  const go = (steps: number): void => {
    if (!places || places.length === 0) return;
    const next = (at + steps + places.length) % places.length;
    setAt(next);
    onPlace(places[next] ?? 1);
  };
  const words = (): string => {
    if (search.trim() === '') return '';
    if (!places) return t('document.searching');
    if (places.length === 0) return t('document.notFound');
    return t('document.found', { at: at + 1, count: places.length, page: places[at] ?? 1 });
  };
  return (
    <div className={styles.search}>
      <SearchField label={t('document.search')} value={search} onSearch={onSearch} />
      <p role="status">{words()}</p>
      {places && places.length > 1 && (
        <div className={styles.steps}>
          <Button aria-label={t('document.before')} onClick={() => go(-1)}>
            <Icon name="up" />
          </Button>
          <Button aria-label={t('document.after')} onClick={() => go(1)}>
            <Icon name="down" />
          </Button>
        </div>
      )}
    </div>
  );
}
