import type { QuizSettings } from '@lms/contracts';
import { nextTryFrom, triesLeft } from '@lms/domain';

/** Where nobody set a limit: enough for anybody, and an end for a program that never stops. */
export const MOST_RUNS = 200;

export interface RunFacts {
  id: string;
  number: number;
  handedInAt: string | null;
  passed: boolean | null;
  score: number | null;
}

/** An attempt at a quiz with its runs in order. */
export interface QuizAttempt {
  attemptId: string;
  personId: string;
  state: 'open' | 'done';
  activityId: string;
  settings: QuizSettings;
  extra: number;
  runs: RunFacts[];
}

/** $1 attempt. */
export const QUIZ_ATTEMPT = `
  select t.id as "attemptId", t.person_id as "personId", t.state, a.id as "activityId", a.settings,
    (select coalesce(sum(x.tries), 0)::int from quiz_extra_tries x where x.attempt_id = t.id) as extra,
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'passed', r.passed, 'score', r.score,
        'handedInAt', canonical_instant(r.handed_in_at)) order by r.number), '[]')
      from quiz_run r where r.attempt_id = t.id) as runs
  from attempt t join activity a on a.id = t.activity_id
  where t.id = $1 and a.kind = 'quiz' and t.state <> 'abandoned'`;

export const openRunOf = ({ runs }: QuizAttempt): string | null =>
  runs.find(({ handedInAt }) => handedInAt === null)?.id ?? null;

/** Null without a limit. */
export const triesLeftOf = ({ settings, extra, runs }: QuizAttempt): number | null =>
  triesLeft({ limit: settings.attemptsLimit, extra, begun: runs.length });

export const mayBeginOneMore = (attempt: QuizAttempt): boolean =>
  (triesLeftOf(attempt) ?? MOST_RUNS + attempt.extra - attempt.runs.length) > 0;

export function nextFromOf({ settings, runs }: QuizAttempt, now: Date): Date | null {
  const last = runs.reduce((latest, { handedInAt }) => Math.max(latest, Date.parse(handedInAt ?? '') || 0), 0);
  const from = nextTryFrom(last || null, settings.coolDownMinutes, now.getTime());
  return from === null ? null : new Date(from);
}
