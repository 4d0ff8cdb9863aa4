import type { HandedIn, QuizAnswer, QuizRun } from '@lms/contracts';
import type { RunClock } from './run-clock.js';

/** What is known of a run, answered and saved as far as it says. */
export interface BookView {
  /** As last read; its questions' answers are those in `answers`. */
  run: QuizRun;
  clock: RunClock;
  answers: Readonly<Record<string, QuizAnswer | null>>;
  flagged: readonly string[];
  /** How many answers are not saved yet. */
  waiting: number;
  /** Nothing answered at the last try. */
  offline: boolean;
  lastSavedAt: string | null;
  /** Whether this device can keep what is not saved yet. */
  keeps: boolean;
  /** Questions that were answered in another window meanwhile; its answers are shown. */
  elsewhere: readonly string[];
  /** Why saving or handing in was refused, when trying again would not help. */
  error: unknown;
  /** `waiting`: handed in as soon as there is a signal. */
  handing: 'no' | 'now' | 'waiting';
  handedIn: HandedIn | null;
}
