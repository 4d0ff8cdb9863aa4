import { useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { PdfPage } from '../player/PdfPage.js';
import { deliveryTexts } from '../texts.js';
import { markFound } from './mark-found.js';
import { pageBlocks } from './page-blocks.js';
import styles from './PdfText.module.css';
import type { TextBlock } from './text-blocks.js';
import { useNear } from './use-near.js';

interface Props {
  pdf: PDFDocumentProxy;
  number: number;
  search: string;
  onPage: (page: number) => void;
}

/** One page as running text in the size of the app. A page without text is shown as it is. */
export function PdfTextPage({ pdf, number, search, onPage }: Props) {
  const { t } = useTexts(deliveryTexts);
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box, '1200px');
  const [blocks, setBlocks] = useState<TextBlock[] | null>(null);
  const label = t('document.page', { page: number, pages: pdf.numPages });
  useEffect(() => {
    if (!near) return;
    let wanted = true;
    void pageBlocks(pdf, number).then((read) => {
      if (wanted) setBlocks(read);
    });
    return () => {
      wanted = false;
    };
  }, [near, pdf, number]);
  useEffect(() => {
    if (blocks && box.current) return markFound(box.current, search);
  }, [blocks, search]);
  return (
    <div ref={box} className={styles.page} role="group" aria-label={label}>
      <div className={styles.head}>
        <span>{label}</span>
        <Button variant="quiet" size="small" onClick={() => onPage(number)}>
          {t('document.asPage')}
        </Button>
      </div>
      {blocks?.length === 0 ? (
        <PdfPage pdf={pdf} number={number} label={label} search={search} zoom={1} />
      ) : (
        blocks?.map((block, at) => <Block key={at} {...block} />)
      )}
    </div>
  );
}

function Block({ kind, text }: TextBlock) {
  if (kind === 'heading') return <h3>{text}</h3>;
  return <p className={kind === 'text' ? undefined : styles[kind]}>{text}</p>;
}
