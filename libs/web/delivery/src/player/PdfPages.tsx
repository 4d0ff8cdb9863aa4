import { useTexts } from '@lms/web-platform';
import { Notice, phone, Skeleton, SkeletonBlock, useMediaQuery } from '@lms/web-ui';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PdfView } from '../document/pdf-view.js';
import { PdfSearch } from '../document/PdfSearch.js';
import { PdfTextPage } from '../document/PdfTextPage.js';
import { PdfTools } from '../document/PdfTools.js';
import { deliveryTexts } from '../texts.js';
import { openPdf } from './open-pdf.js';
import { PdfPage } from './PdfPage.js';
import styles from './PdfPages.module.css';

/**
 * All pages below each other, each drawn when it comes near; the text can be selected and searched. On a phone, where a
 * page has letters of five pixels, it begins as running text.
 */
export function PdfPages({ address, title }: { address: string; title: string }) {
  const { t } = useTexts(deliveryTexts);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const [search, setSearch] = useState('');
  const narrow = useMediaQuery(phone);
  const [view, setView] = useState<PdfView>(narrow ? 'text' : 'pages');
  const [zoom, setZoom] = useState(1);
  const [wanted, setWanted] = useState<number | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const showPage = useCallback((page: number) => {
    region.current?.children[page - 1]?.scrollIntoView({ block: 'start' });
  }, []);
  useEffect(() => {
    const opening = openPdf(address);
    opening.promise.then(setPdf, () => setFailed(true));
    return () => void opening.destroy();
  }, [address]);

  // A page that is asked for in the other view is shown once that view stands.
  useEffect(() => {
    if (wanted === null) return;
    showPage(wanted);
    setWanted(null);
  }, [view, wanted, showPage]);
  const asPage = (page: number): void => {
    setView('pages');
    setWanted(page);
  };

  if (failed) return <Notice tone="danger">{t('document.failed')}</Notice>;
  if (!pdf) {
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  const numbers = Array.from({ length: pdf.numPages }, (_, i) => i + 1);
  return (
    <>
      <PdfTools view={view} onView={setView} zoom={zoom} onZoom={setZoom} />
      <PdfSearch pdf={pdf} search={search} onSearch={setSearch} onPlace={showPage} />
      <div
        ref={region}
        className={styles.pages}
        role="region"
        aria-label={t('document.label', { title })}
        tabIndex={view === 'pages' && zoom > 1 ? 0 : undefined}
      >
        {numbers.map((number) =>
          view === 'text' ? (
            <PdfTextPage key={number} pdf={pdf} number={number} search={search} onPage={asPage} />
          ) : (
            <PdfPage
              key={number}
              pdf={pdf}
              number={number}
              label={t('document.page', { page: number, pages: pdf.numPages })}
              search={search}
              zoom={zoom}
            />
          ),
        )}
      </div>
    </>
  );
}
