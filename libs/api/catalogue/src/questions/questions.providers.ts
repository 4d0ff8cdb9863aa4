import { AddQuestion } from './add-question.js';
import { BankFilesController } from './bank-files.controller.js';
import { BankList } from './bank-list.js';
import { BanksController } from './banks.controller.js';
import { CreateBank } from './create-bank.js';
import { ExportBank } from './export-bank.js';
import { FreezeQuizzes } from './freeze-quizzes.js';
import { GetBank } from './get-bank.js';
import { GetQuestion } from './get-question.js';
import { ImportBank } from './import-bank.js';
import { ListBanks } from './list-banks.js';
import { ListQuestions } from './list-questions.js';
import { QuestionsController } from './questions.controller.js';
import { RetireQuestion } from './retire-question.js';
import { SaveBank } from './save-bank.js';
import { SaveQuestion } from './save-question.js';

export const QUESTION_CONTROLLERS = [BanksController, QuestionsController, BankFilesController];
export const QUESTIONS = [
  BankList,
  ListBanks,
  CreateBank,
  GetBank,
  SaveBank,
  ListQuestions,
  AddQuestion,
  GetQuestion,
  SaveQuestion,
  RetireQuestion,
  ExportBank,
  ImportBank,
  FreezeQuizzes,
];
