import type { QuizAnswer, QuizRun } from '@lms/contracts';
import { type DrawnQuestion, type QuestionBody, solutionOf } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Instance } from '../../../tools/instance.mjs';
import { ask } from '../load/ask.js';
import { databaseUrl, rowsOf } from './database.js';
import { learnersOf, signIn, type SignedIn } from './learners.js';

/** A run that waits to be handed in. */
export interface WaitingRun {
  runId: string;
  token: string;
}

/** The quiz of the demonstration that is followed by nothing and goes with a film that nobody here has seen. */
const QUIZ = `
  select a.id as "activityId", v.id as "courseVersionId", v.course_id as "courseId" from activity a
  join course_version v on v.id = a.course_version_id and v.state = 'published' where a.kind = 'quiz' order by a.id limit 1`;

const ATTEMPTS = `
  insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
  select n.id, n.person, $2, $3, $4, n.number, now(), now()
  from jsonb_to_recordset($1) as n(id uuid, person uuid, number int)`;

/** Many runs that ask what one run asks, each of an attempt of its own. */
const RUNS = `
  insert into quiz_run (id, attempt_id, number, seed, drawn, started_at)
  select n.run, n.id, 1, s.seed, s.drawn, now()
  from jsonb_to_recordset($1) as n(id uuid, run uuid) cross join quiz_run s where s.id = $2`;

const DRAWN = `
  select r.drawn, (select jsonb_object_agg(q.id, q.body) from question_revision q
    where q.id in (select (d ->> 'revisionId')::uuid from jsonb_array_elements(r.drawn) d)) as bodies
  from quiz_run r where r.id = $1`;

/** Makes runs of one quiz for many learners, as many as are asked for at a time. */
export class QuizRuns {
  private made = 0;

  private constructor(
    private readonly owner: string,
    private readonly quiz: { activityId: string; courseVersionId: string; courseId: string },
    private readonly learners: readonly SignedIn[],
    private readonly sampleId: string,
    /** What hands any of them in, with everything right. */
    readonly body: string,
  ) {}

  static async of(instance: Instance, learnerCount: number): Promise<QuizRuns> {
    const owner = await databaseUrl(instance.dataDir, 'waymark_owner');
    const [quiz] = await rowsOf<QuizRuns['quiz']>(owner, QUIZ);
    const learners = await signIn(instance, await learnersOf(instance.dataDir, learnerCount));
    const [first] = learners;
    if (!quiz || !first) throw new Error('The demonstration has no quiz, or nobody to take it');
    const attempt = { id: uuid(), person: first.personId, number: 1000 };
    const { activityId, courseVersionId, courseId } = quiz;
    await rowsOf(owner, ATTEMPTS, [JSON.stringify([attempt]), activityId, courseVersionId, courseId]);
    const begun = `${instance.direct}/api/v1/my/attempts/${attempt.id}/quiz-runs`;
    const sample: QuizRun = JSON.parse(await ask(begun, { token: first.token, body: '{}' }));
    const body = JSON.stringify({ version: 0, answers: await rightAnswers(owner, sample.id) });
    return new QuizRuns(owner, quiz, learners, sample.id, body);
  }

  /** So many more, of one learner after the other. */
  async make(count: number): Promise<WaitingRun[]> {
    const rows = Array.from({ length: count }, () => {
      this.made += 1;
      const { personId = '', token = '' } = this.learners[this.made % this.learners.length] ?? {};
      const number = 1001 + Math.floor(this.made / this.learners.length);
      return { id: uuid(), run: uuid(), person: personId, number, token };
    });
    const { activityId, courseVersionId, courseId } = this.quiz;
    const plain = JSON.stringify(rows.map(({ id, run, person, number }) => ({ id, run, person, number })));
    await rowsOf(this.owner, ATTEMPTS, [plain, activityId, courseVersionId, courseId]);
    await rowsOf(this.owner, RUNS, [plain, this.sampleId]);
    await rowsOf(this.owner, 'analyze attempt, quiz_run, quiz_mark');
    return rows.map(({ run, token }) => ({ runId: run, token }));
  }

  /** Of those that were handed in, how many did not pass. */
  async notPassed(): Promise<number> {
    const [row] = await rowsOf<{ n: number }>(
      this.owner,
      `select count(*)::int as n from quiz_run r join attempt t on t.id = r.attempt_id
       where t.number > 1000 and r.handed_in_at is not null and not (r.passed and t.state = 'done')`,
    );
    return row?.n ?? 0;
  }
}

async function rightAnswers(owner: string, runId: string): Promise<{ questionId: string; answer: QuizAnswer }[]> {
  const [row] = await rowsOf<{ drawn: DrawnQuestion[]; bodies: Record<string, QuestionBody> }>(owner, DRAWN, [runId]);
  return (row?.drawn ?? []).map((drawn) => {
    const body = row?.bodies[drawn.revisionId];
    if (!body) throw new Error('A run asks a question that is not there');
    return { questionId: drawn.id, answer: solutionOf(body, drawn) };
  });
}
