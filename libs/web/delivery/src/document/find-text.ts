import type { PDFDocumentProxy } from 'pdfjs-dist';

const known = new WeakMap<PDFDocumentProxy, Map<number, Promise<string>>>();

/** The words of a page in reading order, read once. */
function textOf(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const pages = known.get(pdf) ?? new Map<number, Promise<string>>();
  known.set(pdf, pages);
  const read = pages.get(page) ?? readPage(pdf, page);
  pages.set(page, read);
  return read;
}

async function readPage(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
}

/** Without regard to case, kinds of spaces and line ends. */
export const comparable = (text: string): string => text.toLocaleLowerCase('en-GB').replace(/\s+/g, ' ');

/** How often a text holds another; nothing is found for nothing. */
export function countIn(text: string, search: string): number {
  const wanted = comparable(search).trim();
  return wanted === '' ? 0 : comparable(text).split(wanted).length - 1;
}

/** The pages on which something stands, each as often as it stands there. Stops when it is no longer wanted. */
export async function findText(pdf: PDFDocumentProxy, search: string, signal: AbortSignal): Promise<number[]> {
  const places: number[] = [];
  for (let page = 1; page <= pdf.numPages && !signal.aborted; page += 1) {
    const count = countIn(await textOf(pdf, page), search);
    for (let n = 0; n < count; n += 1) places.push(page);
  }
  return signal.aborted ? [] : places;
}
