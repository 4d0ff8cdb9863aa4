import type { QuestionFeedback, QuizRun } from '@lms/contracts';
import { askedBody, solutionOf, solutionText } from '@lms/domain';
import { type EndedRun, revisionOf, type RunRow } from './run-row.js';

/** A run as its learner may see it: nothing of what is right before it is handed in, then what the quiz lets them see. */
export function runView(run: RunRow, now: Date): QuizRun {
  return {
    id: run.id,
    attemptId: run.attemptId,
    number: run.number,
    state: run.ended ? 'handed-in' : 'open',
    startedAt: run.startedAt.toISOString(),
    serverNow: now.toISOString(),
    endsAt: run.endsAt?.toISOString() ?? null,
    version: run.version,
    questions: run.drawn.map((drawn) => {
      const { text, safetyCritical, body } = revisionOf(run, drawn);
      return {
        id: drawn.id,
        text,
        safetyCritical,
        body: askedBody(body, drawn),
        answer: run.answers[drawn.id] ?? null,
      };
    }),
    result: run.ended && resultOf(run, run.ended),
  };
}

function resultOf(run: RunRow, ended: EndedRun): QuizRun['result'] {
  const { feedback } = run.settings;
  const { handedInAt, outOfTime, passed, failedSafety } = ended;
  return {
    handedInAt,
    outOfTime,
    passed,
    score: feedback === 'outcome' ? null : ended.score,
    failedSafety,
    feedback: feedback === 'marks' || feedback === 'answers' ? feedbackOf(run, ended, feedback === 'answers') : null,
  };
}

const feedbackOf = (run: RunRow, { marks }: EndedRun, withAnswers: boolean): QuestionFeedback[] =>
  run.drawn.map((drawn, index) => {
    const { body, explanation } = revisionOf(run, drawn);
    return {
      questionId: drawn.id,
      right: marks[index] ?? false,
      solution: withAnswers ? solutionOf(body, drawn) : null,
      solutionText: withAnswers ? solutionText(body) : null,
      explanation: withAnswers && explanation !== '' ? explanation : null,
    };
  });
