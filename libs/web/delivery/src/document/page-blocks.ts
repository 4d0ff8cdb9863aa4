import type { PDFDocumentProxy } from 'pdfjs-dist';
import { textBlocks, type TextBlock } from './text-blocks.js';

/** What a page says, in blocks; none where it is a picture or cannot be read. */
export async function pageBlocks(pdf: PDFDocumentProxy, number: number): Promise<TextBlock[]> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const [, low = 0, , top = 0] = page.view;
    const pieces = items.flatMap((item) => {
      if (!('str' in item)) return [];
      const [x, y] = item.transform.slice(4) as [number, number];
      return [{ text: item.str, x, y: y - low, width: item.width, height: item.height }];
    });
    return textBlocks(pieces, top - low);
  } catch {
    return [];
  }
}
