import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { markFound } from '../document/mark-found.js';
import { drawPage } from './draw-page.js';
import styles from './PdfPages.module.css';

/** A4, until the page itself says otherwise. */
const USUAL_RATIO = 1.414;

interface Props {
  pdf: PDFDocumentProxy;
  number: number;
  label: string;
  /** What is looked for, to be marked. */
  search: string;
  /** How wide it is, as a part of its room. */
  zoom: number;
}

export function PdfPage({ pdf, number, label, search, zoom }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [ratio, setRatio] = useState(USUAL_RATIO);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const stop = new AbortController();
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        void drawPage(pdf, number, element, styles.text ?? '', stop.signal).then((r) => {
          if (!r) return;
          setRatio(r);
          setDrawn(true);
        });
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      stop.abort();
    };
  }, [pdf, number, zoom]);
  useEffect(() => {
    if (drawn && box.current) return markFound(box.current, search);
  }, [drawn, search]);
  return (
    <div
      ref={box}
      className={styles.page}
      role="group"
      aria-label={label}
      style={{ aspectRatio: `1 / ${ratio}`, width: `${zoom * 100}%` }}
    />
  );
}
