import { EndOverdue } from './end-overdue.js';
import { EndRun } from './end-run.js';
import { GetRun } from './get-run.js';
import { GetStatus } from './get-status.js';
import { GiveMoreTries } from './give-more-tries.js';
import { HandIn } from './hand-in.js';
import { ListPersonQuizzes } from './list-person-quizzes.js';
import { LoadRun } from './load-run.js';
import { SaveAnswers } from './save-answers.js';
import { QuizSeeds } from './seeded-chance.js';
import { StartRun } from './start-run.js';

export const QUIZ = [
  EndOverdue,
  EndRun,
  GetRun,
  GetStatus,
  GiveMoreTries,
  HandIn,
  ListPersonQuizzes,
  LoadRun,
  QuizSeeds,
  SaveAnswers,
  StartRun,
];
