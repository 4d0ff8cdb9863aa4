import { dateWords, londonDate } from '@lms/domain';
import type { ShownList } from './shown-list.js';

/** What somebody who is handed the file has to know: what it is, of when, and that it is one reader's view. */
export const aboutOf = ({ title, narrowed }: ShownList, at: Date): string[] => [
  title,
  `As it stood on ${dateWords(londonDate(at))}, as far as whoever made it may see.`,
  ...narrowed,
];
