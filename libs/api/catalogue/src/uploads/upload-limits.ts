import type { Upload } from '@lms/contracts';

const MB = 1024 * 1024;

/** How many bytes a file of each kind may have. */
export const UPLOAD_LIMITS: Readonly<Record<Upload['kind'], number>> = {
  package: 2048 * MB,
  video: 2048 * MB,
  document: 200 * MB,
  captions: 2 * MB,
};
