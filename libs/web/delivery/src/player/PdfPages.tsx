import { useTexts } from '@lms/web-platform';
import { Notice, SkeletonBlock } from '@lms/web-ui';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useRef, useState } from 'react';
import { PdfSearch } from '../document/PdfSearch.js';
import { deliveryTexts } from '../texts.js';
import { openPdf } from './open-pdf.js';
import { PdfPage } from './PdfPage.js';
import styles from './PdfPages.module.css';

/** All pages below each other, each drawn when it comes near; the text can be selected and searched. */
export function PdfPages({ address, title }: { address: string; title: string }) {
  const { t } = useTexts(deliveryTexts);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const [search, setSearch] = useState('');
  const region = useRef<HTMLDivElement>(null);
  const showPage = useCallback((page: number) => {
    region.current?.children[page - 1]?.scrollIntoView({ block: 'start' });
  }, []);
  useEffect(() => {
    const opening = openPdf(address);
    opening.promise.then(setPdf, () => setFailed(true));
    return () => void opening.destroy();
  }, [address]);

  if (failed) return <Notice tone="danger">{t('document.failed')}</Notice>;
  if (!pdf) return <SkeletonBlock height={360} />;
  return (
    <>
      <PdfSearch pdf={pdf} search={search} onSearch={setSearch} onPlace={showPage} />
      <div ref={region} className={styles.pages} role="region" aria-label={t('document.label', { title })}>
        {Array.from({ length: pdf.numPages }, (_, i) => (
          <PdfPage
            key={i}
            pdf={pdf}
            number={i + 1}
            label={t('document.page', { page: i + 1, pages: pdf.numPages })}
            search={search}
          />
        ))}
      </div>
    </>
  );
}
