import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { drawPage } from './draw-page.js';
import styles from './PdfPages.module.css';

/** A4, until the page itself says otherwise. */
const USUAL_RATIO = 1.414;

export function PdfPage({ pdf, number, label }: { pdf: PDFDocumentProxy; number: number; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [ratio, setRatio] = useState(USUAL_RATIO);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const stop = new AbortController();
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        void drawPage(pdf, number, element, styles.text ?? '', stop.signal).then((r) => r && setRatio(r));
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      stop.abort();
    };
  }, [pdf, number]);
  return (
    <div ref={box} className={styles.page} role="group" aria-label={label} style={{ aspectRatio: `1 / ${ratio}` }} />
  );
}
