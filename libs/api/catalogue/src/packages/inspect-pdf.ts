import type { Storage } from '@lms/api-platform';
import { openStored } from './inspect-media.js';
import { DOCUMENT_BYTES, sizeInWords } from './package-limits.js';
import { PackageRefusal } from './package-refusal.js';
import type { StorageReader } from './storage-reader.js';
import { endsAsZip } from './zip-end.js';

export interface InspectedPdf {
  sha256: string;
  /** Null when the document opens but does not tell. */
  pages: number | null;
}

/**
 * Accepts a PDF document that anybody may open. Only its structure is read; no page is drawn and no script is run. The
 * document is in memory once while that lasts.
 * Refusals: `document-too-large`, `not-a-pdf`, `also-a-zip`, `pdf-encrypted`, `pdf-damaged`.
 */
export async function inspectPdf(storage: Storage, sha256: string): Promise<InspectedPdf> {
  const reader = await openStored(storage, sha256);
  if (reader.size > DOCUMENT_BYTES) {
    throw new PackageRefusal('document-too-large', `The document is larger than ${sizeInWords(DOCUMENT_BYTES)}.`);
  }
  await refuseDisguise(reader);
  // Loaded on first use: it is large, and most processes never inspect a document.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: await bytesOf(storage, sha256, reader.size),
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

/** Put into their place as they come: pieces that are joined afterwards would be there twice. */
async function bytesOf(storage: Storage, sha256: string, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of storage.open(sha256)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A PDF that is something else as well is never an accident: other programs would see the other thing. */
async function refuseDisguise(reader: StorageReader): Promise<void> {
  const head = (await reader.read(0, 1024)).toString('latin1');
  // A byte order mark or empty lines may come before; anything else is a document of another kind.
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*%PDF-/.test(head)) {
    const sentence = head.includes('%PDF-')
      ? 'This file begins with something that is not part of a PDF document. Save the document again.'
      : 'This is not a PDF document.';
    throw new PackageRefusal('not-a-pdf', sentence);
  }
  if (await endsAsZip(reader)) {
    throw new PackageRefusal(
      'also-a-zip',
      'This file is a PDF document and a zip file at once. Save the document again, on its own.',
    );
  }
}

function encrypted(): PackageRefusal {
  return new PackageRefusal(
    'pdf-encrypted',
    'The PDF document is protected by a password or other restrictions. Save it again without protection.',
  );
}
