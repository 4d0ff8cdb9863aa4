import type { Storage } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { inspectCaptions } from '../packages/inspect-captions.js';
import { inspectFile } from '../packages/inspect-file.js';
import { inspectImage } from '../packages/inspect-image.js';
import { inspectVideo } from '../packages/inspect-media.js';
import { inspectDocument } from '../packages/inspect-document.js';
import { unpackPackage } from '../packages/unpack-package.js';
import type { UnpackedPackage } from '../packages/unpacked-package.js';
import { counted, lengthInWords, titleFromName } from './summary-words.js';

export interface Findings {
  summary: string;
  title: string;
  activityKind: Upload['activityKind'];
  mediaType: string;
  seconds: number | null;
  pages: number | null;
  /** Of a picture, in pixels. */
  width?: number;
  height?: number;
  unpacked: UnpackedPackage | null;
}

export interface Inspection {
  storage: Storage;
  kind: Upload['kind'];
  name: string;
  sha256: string;
  onProgress: (percent: number) => void;
  signal: AbortSignal;
}

/** Looks into an uploaded file; a package's files are in the storage afterwards. Throws PackageRefusal. */
export async function inspectUpload(inspection: Inspection): Promise<Findings> {
  const { storage, sha256, kind } = inspection;
  const nothing = { title: titleFromName(inspection.name), seconds: null, pages: null, unpacked: null };
  switch (kind) {
    case 'package':
      return { ...nothing, ...(await packageFindings(inspection)) };
    case 'video': {
      const { mediaType, seconds } = await inspectVideo(storage, sha256);
      const format = mediaType === 'video/mp4' ? 'MP4' : 'WebM';
      const summary = `${lengthInWords(seconds)}, ${format}`;
      return { ...nothing, summary, activityKind: 'video', mediaType, seconds };
    }
    case 'document': {
      const { pages, format, mediaType } = await inspectDocument(storage, sha256, inspection.name);
      const summary = pages === null ? (format ?? 'PDF') : counted(pages, 'page');
      return { ...nothing, summary, activityKind: 'document', mediaType, pages };
    }
    case 'captions': {
      const cues = await inspectCaptions(storage, sha256);
      return { ...nothing, summary: counted(cues.length, 'caption'), activityKind: null, mediaType: 'text/vtt' };
    }
    case 'image': {
      const { mediaType, width, height } = await inspectImage(storage, sha256);
      const summary = `${mediaType.slice(6).toUpperCase()}, ${width} × ${height}`;
      return { ...nothing, summary, activityKind: null, mediaType, width, height };
    }
    case 'file': {
      const { mediaType, format } = await inspectFile(storage, sha256, inspection.name);
      return { ...nothing, summary: format, activityKind: null, mediaType };
    }
  }
}

async function packageFindings({ storage, sha256, name, onProgress, signal }: Inspection) {
  const unpacked = await unpackPackage({ storage, sha256, onProgress, signal });
  return {
    summary: `SCORM ${unpacked.edition}, ${counted(unpacked.scos.length, 'lesson')}`,
    title: [...unpacked.title].slice(0, 120).join('').trim() || titleFromName(name),
    activityKind: unpacked.standard,
    mediaType: 'application/zip',
    unpacked,
  };
}
