import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Opens a PDF for reading: no scripts in it run and it has no forms. */
export function openPdf(address: string): PDFDocumentLoadingTask {
  return getDocument({ url: address, enableXfa: false });
}
