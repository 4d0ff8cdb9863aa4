import type {
  AskedQuestion,
  Course,
  Created,
  HandedIn,
  OpenedActivity,
  QuizAnswer,
  QuizRun,
  QuizSettings,
  QuizStatus,
} from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import type { Client, TestApp } from './test-app.js';

/** Text by which a test finds what is right; it must never reach a learner before the run is handed in. */
export const SECRET = 'solution-material';
const choice = (text: string, right: boolean) => ({ id: uuid(), text, right });

/** One question of each type. */
export const QUESTIONS = [
  {
    text: 'First?',
    tags: ['alarm'],
    explanation: `${SECRET} one`,
    body: { type: 'single', choices: [choice('Alarm', true), choice('Radio', false), choice('Tools', false)] },
  },
  {
    text: 'Which two?',
    tags: ['alarm'],
    explanation: `${SECRET} two`,
    body: { type: 'multiple', choices: [choice('Vest', true), choice('Boots', true), choice('Cap', false)] },
  },
  { text: 'Go back.', tags: ['refuge'], explanation: '', body: { type: 'true-false', right: false } },
  {
    text: 'Match',
    tags: ['refuge'],
    explanation: '',
    body: {
      type: 'matching',
      pairs: [
        { id: uuid(), left: 'Red', right: 'Stop' },
        { id: uuid(), left: 'Amber', right: 'Wait' },
        { id: uuid(), left: 'Green', right: 'Go' },
      ],
    },
  },
  {
    text: 'Order',
    tags: ['refuge'],
    explanation: '',
    body: { type: 'ordering', items: ['One', 'Two', 'Three'].map((text) => ({ id: uuid(), text })) },
  },
  {
    text: 'How far?',
    tags: ['refuge'],
    explanation: '',
    body: { type: 'numeric', value: 12.5, tolerance: 0.5, unit: 'm' },
  },
  {
    text: 'Where?',
    tags: ['refuge'],
    explanation: '',
    body: { type: 'short-text', accepted: [`${SECRET} behind the barrier`] },
  },
];

/** The answer a learner gives who knows everything, found by the texts that they are shown. */
export function rightAnswer({ body }: AskedQuestion): QuizAnswer {
  const idOf = (list: { id: string; text: string }[], text: string): string =>
    list.find((one) => one.text === text)?.id ?? '';
  switch (body.type) {
    case 'single':
      return { type: 'single', choiceId: idOf(body.choices, 'Alarm') };
    case 'multiple':
      return { type: 'multiple', choiceIds: [idOf(body.choices, 'Boots'), idOf(body.choices, 'Vest')] };
    case 'true-false':
      return { type: 'true-false', value: false };
    case 'matching': {
      const sides = [
        ['Red', 'Stop'],
        ['Amber', 'Wait'],
        ['Green', 'Go'],
      ];
      return {
        type: 'matching',
        pairs: Object.fromEntries(sides.map(([l = '', r = '']) => [idOf(body.lefts, l), idOf(body.rights, r)])),
      };
    }
    case 'ordering':
      return { type: 'ordering', itemIds: ['One', 'Two', 'Three'].map((text) => idOf(body.items, text)) };
    case 'numeric':
      return { type: 'numeric', value: '12,9 m' };
    case 'short-text':
      return { type: 'short-text', value: `  ${SECRET.toUpperCase()}  behind the Barrier` };
  }
}

/** Banks, quizzes and learners, made as people make them. */
export class QuizMaker {
  constructor(
    private readonly t: TestApp,
    private readonly author: Client,
  ) {}

  async bank(questions: readonly object[] = QUESTIONS): Promise<string> {
    const { id } = (await this.author.post('/question-banks', { title: 'Incursions' })).json<Created>();
    for (const question of questions) await this.author.post(`/question-banks/${id}/questions`, question);
    return id;
  }

  /** A draft with the quiz as its only activity. */
  async draft(settings: Partial<QuizSettings>): Promise<{ courseId: string; versionId: string; activityId: string }> {
    const course = await this.author.post('/courses', { code: uuid().slice(-12), title: 'Incursions' });
    const { id: courseId } = course.json<Created>();
    const versionId = (await this.author.get(`/courses/${courseId}`)).json<Course>().versions[0]?.id ?? '';
    const added = await this.author.post(`/course-versions/${versionId}/activities`, {
      kind: 'settings',
      title: 'Are you ready?',
      settings: {
        kind: 'quiz',
        instructions: '',
        sections: [],
        shuffleQuestions: true,
        shuffleChoices: true,
        passMark: 80,
        attemptsLimit: null,
        coolDownMinutes: 0,
        timeLimitMinutes: null,
        feedback: 'answers',
        ...settings,
      },
    });
    return { courseId, versionId, activityId: added.json<Created>().id };
  }

  async published(
    settings: Partial<QuizSettings>,
  ): Promise<{ courseId: string; versionId: string; activityId: string }> {
    const made = await this.draft(settings);
    const answer = await this.author.post(`/course-versions/${made.versionId}/publish`);
    if (answer.status !== 200) throw new Error(answer.body);
    return made;
  }

  /** Somebody to whom the course was given, who has opened the quiz. */
  async learner({ courseId, activityId }: { courseId: string; activityId: string }, role?: string): Promise<QuizTaker> {
    const personId = await this.t.make.person();
    if (role) await this.t.make.grant({ personId, role });
    await this.t.db.sql(
      `insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, '2026-01-05T09:00:00Z', '2030-01-01')`,
      [uuid(), personId, courseId],
    );
    const client = await this.t.as(personId);
    const { attemptId } = (await client.post(`/my/activities/${activityId}/open`)).json<OpenedActivity>();
    return new QuizTaker(client, personId, attemptId);
  }
}

/** A learner in front of a quiz. */
export class QuizTaker {
  constructor(
    readonly client: Client,
    readonly personId: string,
    readonly attemptId: string,
  ) {}

  status = async (): Promise<QuizStatus> => (await this.client.get(`/my/attempts/${this.attemptId}/quiz`)).json();
  begin = () => this.client.post(`/my/attempts/${this.attemptId}/quiz-runs`);
  start = async (): Promise<QuizRun> => (await this.begin()).json();
  look = async (run: QuizRun): Promise<QuizRun> => (await this.client.get(`/my/quiz-runs/${run.id}`)).json();
  save = (run: QuizRun, version: number, answers: Record<string, QuizAnswer | null>) =>
    this.client.put(`/my/quiz-runs/${run.id}/answers`, { version, answers: entries(answers) });
  handIn = (run: QuizRun, version: number, answers: Record<string, QuizAnswer | null> = {}) =>
    this.client.post(`/my/quiz-runs/${run.id}/hand-in`, { version, answers: entries(answers) });

  /** A whole run in which these questions, by text, are answered wrongly or not at all. */
  async take(wrong: readonly string[] = []): Promise<HandedIn> {
    const run = await this.start();
    return (await this.handIn(run, run.version, rightAnswers(run, wrong))).json();
  }
}

export const rightAnswers = (run: QuizRun, except: readonly string[] = []): Record<string, QuizAnswer> =>
  Object.fromEntries(run.questions.filter(({ text }) => !except.includes(text)).map((q) => [q.id, rightAnswer(q)]));

const entries = (answers: Record<string, QuizAnswer | null>) =>
  Object.entries(answers).map(([questionId, answer]) => ({ questionId, answer }));
