import { DONE_EVIDENCE } from './done-evidence.js';
import { DONE_LEARNING } from './done-learning.js';
import { DONE_PRACTICALS } from './done-practicals.js';
import { DONE_RECORD } from './done-record.js';
import { DONE_REPORTS } from './done-reports.js';
import { DONE_SESSIONS } from './done-sessions.js';
import type { PersonalTable } from './entry.js';

/** The record, attempts, sessions, practicals and evidence. */
export const WHAT_WAS_DONE: readonly PersonalTable[] = [
  ...DONE_RECORD,
  ...DONE_LEARNING,
  ...DONE_SESSIONS,
  ...DONE_PRACTICALS,
  ...DONE_EVIDENCE,
  ...DONE_REPORTS,
];
