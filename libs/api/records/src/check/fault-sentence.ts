import type { ChainFault } from '@lms/domain';

const SENTENCES: Record<ChainFault, string> = {
  'not-canonical': 'its text is not in the form that is hashed',
  'wrong-shape': 'its text is not a record entry',
  'wrong-person': 'its text is about somebody else',
  'missing-entry': 'the entry before it is missing',
  'wrong-previous': 'it does not follow from the entry before it',
  'wrong-hash': 'its text was changed after it was recorded',
  'revokes-nothing': 'it takes back something that is not there',
  'private-differs': 'a value kept beside it is not the one that was recorded',
  'wrong-end': 'the record should end here, and does not',
};

/** What is wrong, as the end of a sentence. */
export const faultSentence = (fault: ChainFault): string => SENTENCES[fault];
