import { buffer } from 'node:stream/consumers';
import type { Storage } from '@lms/api-platform';
import { inspectCaptions } from '../packages/inspect-captions.js';
import { PackageRefusal } from '../packages/package-refusal.js';

export type FileTextKind = 'document' | 'captions';

/** What of a document is searched: some two thousand pages of print. */
const MOST_CHARACTERS = 1_000_000;

/**
 * The words of a stored PDF document or WebVTT file, as plain text; empty when it has none or cannot be read. Throws
 * when the file is not there or the signal is given: the same may succeed later.
 */
export async function fileText(
  storage: Storage,
  sha256: string,
  kind: FileTextKind,
  signal: AbortSignal,
): Promise<string> {
  if ((await storage.size(sha256)) === undefined) throw new Error(`The file ${sha256} is not in the storage`);
  const text = kind === 'captions' ? await captionsText(storage, sha256) : await pdfText(storage, sha256, signal);
  // PostgreSQL's text knows no zero byte.
  return text.replaceAll('\0', ' ').slice(0, MOST_CHARACTERS).toWellFormed();
}

async function captionsText(storage: Storage, sha256: string): Promise<string> {
  try {
    return (await inspectCaptions(storage, sha256)).map((cue) => cue.text).join('\n');
  } catch (error) {
    if (error instanceof PackageRefusal) return '';
    throw error;
  }
}

async function pdfText(storage: Storage, sha256: string, signal: AbortSignal): Promise<string> {
  const bytes = await buffer(storage.open(sha256));
  // Loaded on first use: it is large, and most processes never read a document.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    // What cannot be opened here was refused when it was uploaded, or is shown as well as it can be.
    const document = await task.promise.catch(() => undefined);
    let text = '';
    for (let n = 1; document && n <= document.numPages && text.length < MOST_CHARACTERS; n += 1) {
      signal.throwIfAborted();
      text += await pageText(document, n);
    }
    return text;
  } finally {
    await task.destroy();
  }
}

interface PdfDocument {
  getPage(n: number): Promise<{
    getTextContent(): Promise<{ items: object[] }>;
    cleanup(): boolean;
  }>;
}

/** A damaged page is passed over. */
async function pageText(document: PdfDocument, n: number): Promise<string> {
  try {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    page.cleanup();
    return `${items.map(itemText).join('')}\n`;
  } catch {
    return '\n';
  }
}

function itemText(item: object): string {
  if (!('str' in item) || typeof item.str !== 'string') return '';
  return 'hasEOL' in item && item.hasEOL ? `${item.str}\n` : item.str;
}
