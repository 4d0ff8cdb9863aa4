import type { AskedQuestion, HandedIn, OpenedActivity, QuizRun, QuizStatus } from '@lms/contracts';

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const attemptId = id(50);
export const runId = id(60);
export const now = '2026-11-23T09:00:00.000Z';

/** One question of each type; their ids are 1 to 7. */
export const questions: AskedQuestion[] = [
  ask(1, 'What is first?', {
    type: 'single',
    choices: [
      { id: id(11), text: 'The alarm' },
      { id: id(12), text: 'The radio' },
    ],
  }),
  ask(2, 'Who may cross?', {
    type: 'multiple',
    choices: [
      { id: id(21), text: 'A lookout' },
      { id: id(22), text: 'A visitor' },
      { id: id(23), text: 'A supervisor' },
    ],
  }),
  ask(3, 'Cones stop a lorry.', { type: 'true-false' }),
  ask(4, 'Match sign and meaning.', {
    type: 'matching',
    lefts: [
      { id: id(41), text: 'Red cross' },
      { id: id(42), text: 'Arrow' },
    ],
    rights: [
      { id: id(43), text: 'Move over' },
      { id: id(44), text: 'Lane closed' },
    ],
  }),
  ask(5, 'Put it in order.', {
    type: 'ordering',
    items: [
      { id: id(51), text: 'Count heads' },
      { id: id(52), text: 'Alarm' },
      { id: id(53), text: 'Refuge' },
    ],
  }),
  ask(6, 'How wide is the safety zone?', { type: 'numeric', unit: 'm' }),
  ask(7, 'What do you shout?', { type: 'short-text' }),
];

function ask(n: number, text: string, body: AskedQuestion['body']): AskedQuestion {
  return { id: id(n), text, safetyCritical: n === 1, body, answer: null };
}

export const openRun = (facts: Partial<QuizRun> = {}): QuizRun => ({
  id: runId,
  attemptId,
  number: 1,
  state: 'open',
  startedAt: now,
  serverNow: now,
  endsAt: null,
  version: 0,
  questions,
  result: null,
  ...facts,
});

export const result = (facts: Partial<NonNullable<QuizRun['result']>> = {}): NonNullable<QuizRun['result']> => ({
  handedInAt: '2026-11-23T09:12:00.000Z',
  outOfTime: false,
  passed: true,
  score: 100,
  failedSafety: false,
  feedback: null,
  ...facts,
});

export const handedInRun = (facts: Partial<NonNullable<QuizRun['result']>> = {}, run: Partial<QuizRun> = {}): QuizRun =>
  openRun({ state: 'handed-in', result: result(facts), ...run });

export const handedIn = (run: QuizRun): HandedIn => ({
  run,
  result: { acknowledged: [], superseded: false, activityDone: run.result?.passed === true, courseDone: false },
});

export const quizStatus = (facts: Partial<QuizStatus> = {}): QuizStatus => ({
  attemptId,
  questions: questions.length,
  passMark: 80,
  timeLimitMinutes: null,
  triesLeft: null,
  nextFrom: null,
  serverNow: now,
  openRun: null,
  passed: false,
  runs: [],
  ...facts,
});

export const opened: OpenedActivity = {
  attemptId,
  activityId: id(70),
  courseId: id(71),
  courseTitle: 'Incursions',
  kind: 'quiz',
  title: 'Check: incursions',
  contentOrigin: null,
  contentToken: null,
  contentTokenSeconds: null,
  file: null,
  poster: null,
  captions: [],
  files: [],
  scos: [],
  settings: {
    kind: 'quiz',
    instructions: 'Think before you cross.',
    passMark: 80,
    attemptsLimit: 3,
    coolDownMinutes: 30,
    timeLimitMinutes: null,
    feedback: 'answers',
  },
  done: false,
  doneAt: null,
};
