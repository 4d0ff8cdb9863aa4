import type { UploadKind } from '@lms/contracts';
import type { FileFacts, UploadEntry, UploadTarget } from './upload-entry.js';

export const factsOf = ({ size, lastModified }: File): FileFacts => ({ size, lastModified });

/** Whether this is the very file of which a part was sent. */
export const isFileOf = (entry: UploadEntry, file: File): boolean =>
  entry.name === file.name && entry.facts?.size === file.size && entry.facts.lastModified === file.lastModified;

/**
 * Under which a half-sent file is remembered by this browser: the same file, for the same draft, of the same person, and
 * nobody else's.
 */
export const fingerprintOf = (
  { personId, versionId }: UploadTarget,
  kind: UploadKind,
  name: string,
  { size, lastModified }: FileFacts,
): string => ['waymark', personId, versionId, kind, size, lastModified, encodeURIComponent(name)].join('-');
