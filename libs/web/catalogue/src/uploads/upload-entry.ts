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

/** How a file is known again: a browser tells no more of it than this. */
export interface FileFacts {
  size: number;
  lastModified: number;
}

/**
 * Where a file is on its way into a draft.
 * - `waiting`: behind others; `sending`: `percent` of it has been sent; `offline`: the same, and there is no signal now.
 * - `paused`: by its author. `interrupted`: the page was loaded anew, so the browser wants the file chosen again.
 * - `checking`: the API looks into it, `percent` done; `scanning`: it waits for the malware scan there.
 * - `asking`: captions that are ready and need to know their video.
 * - `adding`: becomes an activity, or the captions of one. After that the entry is gone.
 * - `refused`: the file cannot be used, `sentence` says why. `failed`: something else went wrong; it can be tried again
 *   while `again` is true.
 */
export type UploadProgress =
  | { state: 'waiting' | 'asking' | 'adding' | 'scanning' }
  | { state: 'sending' | 'offline' | 'paused' | 'interrupted' | 'checking'; percent: number }
  | { state: 'refused'; sentence: string }
  | { state: 'failed'; sentence: string; again: boolean };

export interface UploadEntry extends UploadTarget {
  key: string;
  name: string;
  kind: UploadKind | null;
  /** Null for a file that is not sent at all. */
  facts: FileFacts | null;
  /** The API's own id, once it has the whole file. */
  uploadId: string | null;
  /** The title that the API found in the file. */
  title: string | null;
  captions: CaptionsPlace | null;
  progress: UploadProgress;
}

/** Whether it goes on by itself. */
export const isUnderWay = ({ progress: { state } }: UploadEntry): boolean =>
  ['waiting', 'sending', 'offline', 'checking', 'scanning', 'adding'].includes(state);

/** Whether the file itself is needed: it has not left this device as a whole. */
export const isOnDevice = ({ progress: { state } }: UploadEntry): boolean =>
  ['waiting', 'sending', 'offline', 'paused'].includes(state);

/** How much of a file has been sent, in per cent. */
export const percentOf = ({ progress }: UploadEntry): number => ('percent' in progress ? progress.percent : 0);
