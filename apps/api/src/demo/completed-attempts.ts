import type { Alliance, DemoActivity, DemoCompletion, DemoCourseVersion, DemoQuestion } from '@lms/demo';
import { type AssessedRows, assessedRows } from './assessed-rows.js';
import { derivedId } from './derived-id.js';
import type { Row } from './insert-rows.js';
import { passedQuiz } from './quiz-runs.js';
import type { SeededFiles } from './seed-files.js';

/** A completion with where it came from: the attempt that ended it, or the row of the old records. */
export interface SourcedCompletion extends DemoCompletion {
  sourceId: string;
  /** What is kept beside the chain. */
  private: { score?: number; recordedBy?: string };
}

/** Every completion's source, and the rows that stand behind it. */
export interface CompletedAttempts {
  completions: SourcedCompletion[];
  attempts: Row[];
  inPerson: Row[];
  acknowledgements: Row[];
  quizRuns: Row[];
  quizMarks: Row[];
  /** Cards that were accepted and practicals that were signed. */
  assessed: AssessedRows;
  /** The number of the latest attempt, by {@link attemptKey}. */
  latest: Map<string, number>;
}

export const attemptKey = (personId: string, activityId: string): string => `${personId} ${activityId}`;

const isPackage = ({ kind }: DemoActivity): boolean => kind === 'scorm12' || kind === 'scorm2004';
/** 80 to 100, always the same for one attempt. */
const scoreOf = (attemptId: string): number => 80 + (Number.parseInt(attemptId.slice(0, 4), 16) % 5) * 5;
const minutesBefore = (at: string, minutes: number): string =>
  new Date(Date.parse(at) - minutes * 60_000).toISOString();

export function completedAttempts(alliance: Alliance, files: SeededFiles): CompletedAttempts {
  const versions = new Map(alliance.courses.flatMap((c) => c.versions.map((version) => [version.id, version])));
  const questions = alliance.questionBanks.flatMap((bank) => bank.questions);
  const names = new Map(alliance.people.map((p) => [p.id, `${p.givenName} ${p.familyName}`]));
  const made: CompletedAttempts = {
    completions: [],
    attempts: [],
    inPerson: [],
    acknowledgements: [],
    quizRuns: [],
    quizMarks: [],
    assessed: { submissions: [], checks: [], signOffs: [] },
    latest: new Map(),
  };
  for (const completion of alliance.completions) {
    const version = versions.get(completion.courseVersionId);
    if (completion.source === 'import' || !version) made.completions.push(imported(completion));
    else
      made.completions.push(
        walkThrough(made, completion, version, files, questions, names.get(completion.personId) ?? ''),
      );
  }
  return made;
}

const imported = (c: DemoCompletion): SourcedCompletion => ({
  ...c,
  sourceId: derivedId('import', c.personId, c.courseId, c.completedOn),
  private: {},
});

/** One attempt at each activity of the version, all done when the completion was recorded; the last one is its source. */
function walkThrough(
  made: CompletedAttempts,
  c: DemoCompletion,
  version: DemoCourseVersion,
  files: SeededFiles,
  questions: readonly DemoQuestion[],
  name: string,
): SourcedCompletion {
  let sourceId = '';
  let score: number | null = null;
  for (const activity of version.activities) {
    const key = attemptKey(c.personId, activity.id);
    const number = (made.latest.get(key) ?? 0) + 1;
    made.latest.set(key, number);
    sourceId = derivedId('attempt', key, number);
    const quiz = activity.settings?.kind === 'quiz' ? passedQuiz(sourceId, c.at, activity.settings, questions) : null;
    made.quizRuns.push(...(quiz?.runs ?? []));
    made.quizMarks.push(...(quiz?.marks ?? []));
    const scored = quiz?.score ?? (isPackage(activity) ? scoreOf(sourceId) : null);
    score = scored ?? score;
    made.attempts.push({
      id: sourceId,
      person_id: c.personId,
      activity_id: activity.id,
      course_version_id: version.id,
      course_id: c.courseId,
      number,
      state: 'done',
      started_at: minutesBefore(c.at, activity.kind === 'in-person' ? 0 : (activity.minutes ?? 10)),
      done_at: c.at,
      updated_at: c.at,
      score: scored,
      percent: 100,
      seconds: 0,
      launches: 0,
    });
    const { submissions, checks, signOffs } = assessedRows(c, activity, sourceId);
    made.assessed.submissions.push(...submissions);
    made.assessed.checks.push(...checks);
    made.assessed.signOffs.push(...signOffs);
    if (activity.kind === 'in-person') made.inPerson.push(inPersonRow(c, sourceId));
    const file = activity.kind === 'document' && activity.file !== null ? files.get(activity.file) : undefined;
    if (file) {
      const { sha256 } = file;
      made.acknowledgements.push({ attempt_id: sourceId, person_id: c.personId, sha256, name, acknowledged_at: c.at });
    }
  }
  return {
    ...c,
    sourceId,
    private: { ...(score === null ? {} : { score }), ...(c.recordedById ? { recordedBy: c.recordedById } : {}) },
  };
}

const inPersonRow = (c: DemoCompletion, attemptId: string): Row => ({
  id: derivedId('in person', attemptId),
  attempt_id: attemptId,
  person_id: c.personId,
  recorded_by: c.recordedById ?? c.personId,
  completed_on: c.completedOn,
  note: '',
  recorded_at: c.at,
});
