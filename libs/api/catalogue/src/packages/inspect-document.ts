import type { Storage } from '@lms/api-platform';
import { documentKindOf, endingOf, savedInsteadOf } from './document-kinds.js';
import { inspectArchive } from './inspect-archive.js';
import { inspectFile } from './inspect-file.js';
import { inspectImage } from './inspect-image.js';
import { openStored } from './inspect-media.js';
import { inspectPdf } from './inspect-pdf.js';
import { DOCUMENT_BYTES, sizeInWords } from './package-limits.js';
import { PackageRefusal } from './package-refusal.js';
import type { StorageReader } from './storage-reader.js';
import { endsAsZip } from './zip-end.js';

export interface InspectedDocument {
  mediaType: string;
  /** Of a PDF that tells. */
  pages: number | null;
  /** What it is, in words; null for a PDF. */
  format: string | null;
}

/** The last part of every PNG picture. */
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');

/**
 * Accepts what is read and acknowledged: a PDF document, an Office or OpenDocument file without macros, a picture or plain
 * text. The bytes have to be what the name says, and nothing else besides.
 * Refusals: those of {@link inspectPdf}, {@link inspectFile}, {@link inspectArchive} and {@link inspectImage}, and
 * `document-kind`, `document-old`, `document-too-large`, `not-text`, `also-something-else`, `also-a-zip`.
 */
export async function inspectDocument(storage: Storage, sha256: string, name: string): Promise<InspectedDocument> {
  const ending = endingOf(name);
  const reader = await openStored(storage, sha256);
  const kind = documentKindOf(ending);
  if (ending === 'pdf' || (!kind && (await reader.read(0, 5)).toString('latin1') === '%PDF-')) {
    const { pages } = await inspectPdf(storage, sha256);
    return { mediaType: 'application/pdf', pages, format: null };
  }
  if (reader.size > DOCUMENT_BYTES) {
    throw new PackageRefusal('document-too-large', `The document is larger than ${sizeInWords(DOCUMENT_BYTES)}.`);
  }
  await inspectFile(storage, sha256, name);
  if (!kind) throw notGiven(ending);
  const { mediaType, words } = kind;
  const found = { mediaType, pages: null, format: words };
  switch (kind.is) {
    case 'office':
    case 'open-document':
      await inspectArchive(reader, kind);
      return found;
    case 'picture': {
      await refuseDisguise(reader, mediaType);
      const { width, height, ...picture } = await inspectImage(storage, sha256);
      if (picture.mediaType !== mediaType) {
        throw new PackageRefusal('document-kind', `The name says ${words}, and the picture is of another kind.`);
      }
      return { ...found, format: `${words}, ${width} × ${height}` };
    }
    case 'text':
      await refuseDisguise(reader, mediaType);
      if ((await reader.read(0, 4096)).includes(0))
        throw new PackageRefusal('not-text', 'This is not a plain text file.');
      return found;
  }
}

function notGiven(ending: string): PackageRefusal {
  const instead = savedInsteadOf(ending);
  return instead
    ? new PackageRefusal('document-old', `This kind of file can hide a program. Save it as ${instead}, or as PDF.`)
    : new PackageRefusal(
        'document-kind',
        'This kind of file is not given as a document. Use PDF, Word, Excel, PowerPoint, OpenDocument, a picture or plain text.',
      );
}

/** A file that is two things at once is never an accident: another program would see the other thing. */
async function refuseDisguise(reader: StorageReader, mediaType: string): Promise<void> {
  if (await endsAsZip(reader)) {
    throw new PackageRefusal('also-a-zip', 'This file is a zip file as well. Save it again, on its own.');
  }
  if (mediaType !== 'image/png') return;
  const end = await reader.read(Math.max(0, reader.size - PNG_END.length), PNG_END.length);
  if (!end.equals(PNG_END)) {
    throw new PackageRefusal(
      'also-something-else',
      'The picture is incomplete, or something else follows it in the file. Save it again.',
    );
  }
}
