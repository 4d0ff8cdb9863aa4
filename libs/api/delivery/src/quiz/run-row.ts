import type { CommitResult, QuestionBody, QuizAnswer, QuizSettings } from '@lms/contracts';
import type { DrawnQuestion } from '@lms/domain';

/** A question as it was when the quiz was published. */
export interface AskedRevision {
  questionId: string;
  text: string;
  body: QuestionBody;
  safetyCritical: boolean;
  explanation: string;
}

/** A run with all that is needed to show, save and score it. */
export interface RunRow {
  id: string;
  attemptId: string;
  personId: string;
  number: number;
  startedAt: Date;
  endsAt: Date | null;
  version: number;
  drawn: DrawnQuestion[];
  answers: Record<string, QuizAnswer>;
  changeFrom: number;
  lastChange: Record<string, QuizAnswer | null>;
  settings: QuizSettings;
  /** By id of the revision. */
  revisions: Record<string, AskedRevision>;
  /** Null while the run is open. */
  ended: EndedRun | null;
}
export interface EndedRun {
  handedInAt: string;
  outOfTime: boolean;
  passed: boolean;
  score: number;
  failedSafety: boolean;
  /** In the order asked. */
  marks: boolean[];
  result: CommitResult;
}

/** One statement for a run of one person: $1 run, $2 person. An attempt that was given up has none. */
export const RUN = `
  select r.id, r.attempt_id as "attemptId", t.person_id as "personId", r.number, r.started_at as "startedAt",
    r.ends_at as "endsAt", r.version, r.drawn, r.answers, r.change_from as "changeFrom", r.last_change as "lastChange",
    a.settings, v.revisions,
    case when r.handed_in_at is not null then jsonb_build_object(
      'handedInAt', canonical_instant(r.handed_in_at), 'outOfTime', r.out_of_time, 'passed', r.passed, 'score', r.score,
      'failedSafety', r.failed_safety, 'marks', to_jsonb(r.marks), 'result', r.result) end as ended
  from quiz_run r
  join attempt t on t.id = r.attempt_id
  join activity a on a.id = t.activity_id
  cross join lateral (
    select jsonb_object_agg(q.id, jsonb_build_object('questionId', q.question_id, 'text', q.text, 'body', q.body,
      'safetyCritical', q.safety_critical, 'explanation', q.explanation)) as revisions
    from question_revision q
    where q.id = any (array(select (d ->> 'revisionId')::uuid from jsonb_array_elements(r.drawn) d))
  ) v
  where r.id = $1 and t.person_id = $2 and t.state <> 'abandoned'`;

export function revisionOf({ revisions }: Pick<RunRow, 'revisions'>, { revisionId }: DrawnQuestion): AskedRevision {
  const revision = revisions[revisionId];
  if (!revision) throw new Error(`A run asks a question that is not there: ${revisionId}`);
  return revision;
}
