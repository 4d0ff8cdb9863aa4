import type {
  CommitResult,
  HandedIn,
  HandInRequest,
  OpenedActivity,
  PreviewedQuiz,
  QuizRun,
  QuizStatus,
  SavedAnswers,
} from '@lms/contracts';
import { api, ApiProblem } from '@lms/web-platform';

interface Try extends PreviewedQuiz {
  activityId: string;
}

/** Tries at quizzes. The server draws and marks, and keeps nothing; the answers in between are kept here. */
export class PreviewQuizzes {
  private readonly tries = new Map<string, Try>();
  private readonly lengths = new Map<string, number>();

  constructor(private readonly openedOf: (attemptId: string) => OpenedActivity | undefined) {}

  async status(attemptId: string): Promise<QuizStatus> {
    const runs = [...this.tries.values()].map(({ run }) => run).filter((run) => run.attemptId === attemptId);
    const opened = this.openedOf(attemptId);
    const settings = opened?.settings?.kind === 'quiz' ? opened.settings : null;
    const questions = await this.lengthOf(this.activityOf(attemptId));
    return {
      attemptId,
      questions,
      passMark: settings?.passMark ?? 0,
      timeLimitMinutes: settings?.timeLimitMinutes ?? null,
      triesLeft: null,
      nextFrom: null,
      serverNow: new Date().toISOString(),
      openRun: runs.find((run) => run.state === 'open')?.id ?? null,
      passed: false,
      runs: runs
        .filter((run) => run.result !== null)
        .map(({ id, number, result }) => ({
          id,
          number,
          handedInAt: result?.handedInAt ?? null,
          passed: result?.passed ?? null,
          score: result?.score ?? null,
        })),
    };
  }

  async begin(attemptId: string): Promise<QuizRun> {
    const activityId = this.activityOf(attemptId);
    const { seed, run } = await api.post<PreviewedQuiz>(`/activities/${activityId}/preview-quiz`, {});
    const number = [...this.tries.values()].filter((one) => one.run.attemptId === attemptId).length + 1;
    return this.keep({ seed, activityId, run: { ...run, attemptId, number } });
  }

  read(runId: string): Promise<QuizRun> {
    return Promise.resolve(this.tryOf(runId).run);
  }

  save(runId: string, body: unknown): Promise<SavedAnswers> {
    const known = this.tryOf(runId);
    const { version } = this.keep({ ...known, run: answered(known.run, body as HandInRequest) });
    return Promise.resolve({ version, savedAt: new Date().toISOString() });
  }

  async handIn(runId: string, body: unknown): Promise<HandedIn> {
    const known = this.tryOf(runId);
    const { questions } = answered(known.run, body as HandInRequest);
    const answers = questions.map(({ id, answer }) => ({ questionId: id, answer }));
    const request = { seed: known.seed, answers };
    const { run } = await api.post<PreviewedQuiz>(`/activities/${known.activityId}/preview-quiz`, request);
    const { id, attemptId, number, startedAt } = known.run;
    const over = this.keep({ ...known, run: { ...run, id, attemptId, number, startedAt } });
    const activityDone = over.result?.passed ?? false;
    const result: CommitResult = { acknowledged: [], superseded: false, activityDone, courseDone: false };
    return { run: over, result };
  }

  private keep(one: Try): QuizRun {
    this.tries.set(one.run.id, one);
    return one.run;
  }

  private tryOf(runId: string): Try {
    const found = this.tries.get(runId);
    if (!found) throw new ApiProblem({ status: 404, code: 'not-found', detail: '' });
    return found;
  }

  private activityOf(attemptId: string): string {
    return this.openedOf(attemptId)?.activityId ?? '';
  }

  /** How many questions are asked is known only when they are drawn. */
  private async lengthOf(activityId: string): Promise<number> {
    const known = this.lengths.get(activityId);
    if (known !== undefined) return known;
    const { run } = await api.post<PreviewedQuiz>(`/activities/${activityId}/preview-quiz`, {});
    this.lengths.set(activityId, run.questions.length);
    return run.questions.length;
  }
}

function answered(run: QuizRun, { answers }: HandInRequest): QuizRun {
  const given = new Map(answers.map(({ questionId, answer }) => [questionId, answer]));
  return {
    ...run,
    version: run.version + 1,
    questions: run.questions.map((question) => {
      const answer = given.get(question.id);
      return answer === undefined ? question : { ...question, answer };
    }),
  };
}
