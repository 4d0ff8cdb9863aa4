import type { UploadKind } from '@lms/contracts';

/** Where captions belong. */
export interface CaptionsPlace {
  activityId: string;
  /** `en`, `cy`, `pl` … */
  language: string;
  label: string;
}

/** Which draft a file is for, and who is sending it. */
export interface UploadTarget {
  personId: string;
  courseId: string;
  versionId: string;
}

/**
 * Where a file is on its way into a draft.
 * - `waiting`: behind others; `sending`: `percent` of it has been sent; `checking`: the API looks into it, `percent` done.
 * - `asking`: captions that are ready and need to know their video.
 * - `adding`: becomes an activity, or the captions of one. After that the entry is gone.
 * - `refused`: the file cannot be used, `sentence` says why. `failed`: something else went wrong; it can be tried again
 *   while `again` is true.
 */
export type UploadProgress =
  | { state: 'waiting' | 'asking' | 'adding' }
  | { state: 'sending' | 'checking'; percent: number }
  | { state: 'refused'; sentence: string }
  | { state: 'failed'; sentence: string; again: boolean };

export interface UploadEntry extends UploadTarget {
  key: string;
  name: string;
  kind: UploadKind | null;
  /** The API's own id, once it has the whole file. */
  uploadId: string | null;
  /** The title that the API found in the file. */
  title: string | null;
  captions: CaptionsPlace | null;
  progress: UploadProgress;
}

/** Whether it goes on by itself. */
export const isUnderWay = ({ progress: { state } }: UploadEntry): boolean =>
  state === 'waiting' || state === 'sending' || state === 'checking' || state === 'adding';
