import type { QuizAnswer } from '@lms/contracts';

/** An answer that is not saved yet. */
export interface KeptAnswer {
  answer: QuizAnswer | null;
  /**
   * What the server may hold by this device's own doing, as {@link answerKey}: the answer it last confirmed and those
   * sent since. Anything else there was answered somewhere else.
   */
  known: string[];
}

/** What one person's run keeps on this device. Written at once, so that a tab can be closed at any moment. */
export interface KeptAnswers {
  /** False when the device could not keep it. */
  keep(questionId: string, kept: KeptAnswer): boolean;
  drop(questionId: string): void;
  all(): Map<string, KeptAnswer>;
  flag(questionId: string, on: boolean): void;
  flagged(): string[];
  /** Where the learner is, to go on there. */
  place(): string | null;
  keepPlace(place: string): void;
  /** The run is over. */
  forget(): void;
}

const root = 'waymark.quiz';
const prefixOf = (personId: string, runId: string) => `${root}.${personId}.${runId}.`;

function keysWith(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const write = (key: string, value: string | null): boolean => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
};

function parse(text: string | null): KeptAnswer | null {
  try {
    const kept = JSON.parse(text ?? '') as KeptAnswer;
    return Array.isArray(kept.known) ? kept : null;
  } catch {
    return null;
  }
}

/** The runs of a person that have answers which were never saved. */
export const runsWithKeptAnswers = (personId: string): string[] => [
  ...new Set(
    keysWith(`${root}.${personId}.`)
      .filter((key) => key.includes('.answer.'))
      .flatMap((key) => key.split('.')[3] ?? []),
  ),
];

/** In local storage, a key for each question: two windows of one browser never overwrite each other's. */
export function browserKeptAnswers(personId: string, runId: string): KeptAnswers {
  const prefix = prefixOf(personId, runId);
  const [answer, flag, place] = [`${prefix}answer.`, `${prefix}flag.`, `${prefix}place`];
  return {
    keep: (questionId, kept) => write(answer + questionId, JSON.stringify(kept)),
    drop: (questionId) => void write(answer + questionId, null),
    all: () =>
      new Map(
        keysWith(answer).flatMap((key) => {
          const kept = parse(read(key));
          return kept ? [[key.slice(answer.length), kept] as const] : [];
        }),
      ),
    flag: (questionId, on) => void write(flag + questionId, on ? '1' : null),
    flagged: () => keysWith(flag).map((key) => key.slice(flag.length)),
    place: () => read(place),
    keepPlace: (where) => void write(place, where),
    forget: () => keysWith(prefix).forEach((key) => write(key, null)),
  };
}
