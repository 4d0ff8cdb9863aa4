import { createHash } from 'node:crypto';
import type { QuizSettings } from '@lms/contracts';
import type { DemoQuestion } from '@lms/demo';
import {
  type Chance,
  type DrawnQuestion,
  drawnQuestion,
  drawQuestions,
  ownAnswer,
  type QuizAnswer,
  restOf,
  scoreQuiz,
  seededChance,
  solutionOf,
} from '@lms/domain';
import { derivedId } from './derived-id.js';
import type { Row } from './insert-rows.js';
import { wrongAnswer } from './wrong-answer.js';

/** The runs of one attempt that ended in a pass. */
export interface PassedQuiz {
  runs: Row[];
  marks: Row[];
  /** Of the last run, per cent. */
  score: number;
}
interface Run {
  seed: string;
  drawn: DrawnQuestion[];
  answers: Record<string, QuizAnswer>;
  outcome: ReturnType<typeof scoreQuiz>;
}

const chanceOf = (seed: string): Chance =>
  seededChance(seed, (text) => createHash('sha256').update(text).digest('hex'));
const FAILED = { acknowledged: [], superseded: false, activityDone: false, courseDone: false };
const MOST_FAILED = 2;
const MINUTES_APART = 25;

/** How somebody came to pass: some at once, some after a failed run or two. Always the same for one attempt. */
export function passedQuiz(
  attemptId: string,
  doneAt: string,
  settings: QuizSettings,
  questions: readonly DemoQuestion[],
): PassedQuiz {
  const tries: Run[] = [];
  for (let n = 0; tries.at(-1)?.outcome.passed !== true; n += 1) {
    tries.push(runOf(`${attemptId} ${n}`, settings, questions, n >= MOST_FAILED));
  }
  const runs = tries.map((run, index) => runRow(attemptId, index, tries.length, run, doneAt, settings));
  const marks = tries.flatMap((run, index) => markRows(attemptId, index, run, questions));
  return { runs, marks, score: tries.at(-1)?.outcome.score ?? 0 };
}

/** What somebody of this seed answers: the abler they are and the easier a question, the likelier it is right. */
function runOf(seed: string, settings: QuizSettings, questions: readonly DemoQuestion[], knowsAll: boolean): Run {
  const chance = chanceOf(seed);
  const sections = settings.sections.map(({ tag, count }) => ({
    count,
    questions: questions.filter(({ tags }) => tag === null || tags.includes(tag)).map(({ revisionId }) => revisionId),
  }));
  const byRevision = new Map(questions.map((question) => [question.revisionId, question]));
  const asked = drawQuestions(sections, settings.shuffleQuestions, chance).flatMap((id) => byRevision.get(id) ?? []);
  const drawn = asked.map(({ revisionId, body }) => drawnQuestion(revisionId, body, settings.shuffleChoices, chance));
  const mind = chanceOf(`answers of ${seed}`);
  const ability = 70 + mind.below(30);
  const given = asked.map(({ body, key }, index) => {
    const question = drawn[index] ?? drawnQuestion('', body, false, mind);
    const knows = knowsAll || mind.below(100) < ability + easeOf(key);
    return { question, answer: knows ? solutionOf(body, question) : wrongAnswer(body, question) };
  });
  const outcome = scoreQuiz(
    given.map(({ question, answer }, index) => ({
      body: asked[index]?.body ?? { type: 'true-false', right: true },
      safetyCritical: asked[index]?.safetyCritical ?? false,
      answer: ownAnswer(question, answer),
    })),
    settings.passMark,
  );
  return {
    seed,
    drawn,
    answers: Object.fromEntries(given.map(({ question, answer }) => [question.id, answer])),
    outcome,
  };
}

/** −12 to 12, always the same for one question. */
const easeOf = (key: string): number => (Number.parseInt(derivedId('ease', key).slice(0, 4), 16) % 25) - 12;

const runId = (attemptId: string, index: number): string => derivedId('quiz run', attemptId, index);

function runRow(
  attemptId: string,
  index: number,
  of: number,
  run: Run,
  doneAt: string,
  { timeLimitMinutes }: QuizSettings,
): Row {
  const handedIn = Date.parse(doneAt) - (of - 1 - index) * MINUTES_APART * 60_000;
  const started = handedIn - 6 * 60_000;
  const { marks, score, passed, failedSafety } = run.outcome;
  return {
    id: runId(attemptId, index),
    attempt_id: attemptId,
    number: index + 1,
    seed: run.seed,
    drawn: run.drawn,
    started_at: new Date(started).toISOString(),
    ends_at: timeLimitMinutes === null ? null : new Date(started + timeLimitMinutes * 60_000).toISOString(),
    version: 1,
    answers: run.answers,
    change_from: 0,
    last_change: {},
    handed_in_at: new Date(handedIn).toISOString(),
    out_of_time: false,
    passed,
    score,
    failed_safety: failedSafety,
    marks,
    result: passed ? { ...FAILED, activityDone: true, courseDone: true } : FAILED,
  };
}

const markRows = (
  attemptId: string,
  index: number,
  { drawn, outcome }: Run,
  questions: readonly DemoQuestion[],
): Row[] =>
  drawn.map(({ revisionId }, at) => ({
    question_id: questions.find((question) => question.revisionId === revisionId)?.id ?? '',
    run_id: runId(attemptId, index),
    was_right: outcome.marks[at] ?? false,
    rest: restOf(outcome.marks, at),
  }));
