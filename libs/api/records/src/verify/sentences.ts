import type { AnchorFault } from '@lms/domain';

const moment = (at: string): string => `${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;

/** What is wrong, as the end of a sentence, given the moment of the anchor. */
export const ANCHOR_SENTENCES: Record<AnchorFault, (at: string) => string> = {
  'not-what-was-anchored': (at) => `it is not what was anchored on ${moment(at)}`,
  'anchored-and-missing': (at) => `it was anchored on ${moment(at)}, and is missing`,
};
