import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** In pixels: a wider canvas takes more memory than a phone gives. */
const WIDEST = 2400;

/** Draws one page and lays its text over it. Answers height by width; undefined when it was no longer wanted. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  into: HTMLElement,
  textClass: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const page = await pdf.getPage(number).catch(() => null);
  if (!page || signal.aborted) return undefined;
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: into.clientWidth / natural.width });
  const density = Math.min(window.devicePixelRatio || 1, 2, Math.max(WIDEST / viewport.width, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  canvas.setAttribute('aria-hidden', 'true');
  const task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  signal.addEventListener('abort', () => task.cancel());
  await task.promise;
  const text = document.createElement('div');
  text.className = textClass;
  text.style.setProperty('--total-scale-factor', String(viewport.scale));
  into.replaceChildren(canvas, text);
  await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
  return natural.height / natural.width;
}
