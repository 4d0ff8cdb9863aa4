import type { Upload } from '@lms/contracts';
import { DEFAULT_LIMITS, DOCUMENT_BYTES } from '../packages/package-limits.js';

const MB = 1024 * 1024;

/** How many bytes a file of each kind may have. */
export const UPLOAD_LIMITS: Readonly<Record<Upload['kind'], number>> = {
  package: DEFAULT_LIMITS.compressedBytes,
  video: 2048 * MB,
  document: DOCUMENT_BYTES,
  captions: 2 * MB,
  image: 20 * MB,
  file: 200 * MB,
};
