import type { OpenedActivity } from '@lms/contracts';

/** A file of an activity on its content host, with the token that reads it. */
export const contentAddress = (opened: OpenedActivity, path: string): string =>
  `${opened.contentOrigin}${path}?t=${encodeURIComponent(opened.contentToken ?? '')}`;
