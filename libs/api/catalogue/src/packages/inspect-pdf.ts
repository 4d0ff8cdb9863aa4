import { buffer } from 'node:stream/consumers';
import type { Storage } from '@lms/api-platform';
import { PackageRefusal } from './package-refusal.js';

export interface InspectedPdf {
  sha256: string;
  /** Null when the document opens but does not tell. */
  pages: number | null;
}

const MOST_BYTES = 100 * 1024 * 1024;

/**
 * Accepts a PDF document that anybody may open. Only its structure is read; no page is drawn and no script is run.
 * Refusals: `document-too-large`, `not-a-pdf`, `pdf-encrypted`, `pdf-damaged`.
 */
export async function inspectPdf(storage: Storage, sha256: string): Promise<InspectedPdf> {
  const size = await storage.size(sha256);
  if (size === undefined) throw new Error('The uploaded file is not in the storage');
  if (size > MOST_BYTES) throw new PackageRefusal('document-too-large', 'The document is larger than 100 MB.');
  const bytes = await buffer(storage.open(sha256));
  if (!bytes.subarray(0, 1024).includes('%PDF-')) {
    throw new PackageRefusal('not-a-pdf', 'This is not a PDF document.');
  }
  // Loaded on first use: it is large, and most processes never inspect a document.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
  });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    // A document may be encrypted and still open without a password; other readers then ask for one.
    if ((info as { EncryptFilterName?: string | null }).EncryptFilterName) throw encrypted();
    const pages = document.numPages;
    return { sha256, pages: Number.isInteger(pages) && pages > 0 ? pages : null };
  } catch (error) {
    if (error instanceof PackageRefusal) throw error;
    const { name, message } = error as { name?: string; message?: string };
    if (name === 'PasswordException') throw encrypted();
    throw new PackageRefusal('pdf-damaged', 'The PDF document is incomplete or damaged. Save it again.', message);
  } finally {
    await task.destroy();
  }
}

function encrypted(): PackageRefusal {
  return new PackageRefusal(
    'pdf-encrypted',
    'The PDF document is protected by a password or other restrictions. Save it again without protection.',
  );
}
