import { GetProblem } from '../problems/get-problem.js';
import { ListProblems } from '../problems/list-problems.js';
import { ProblemList } from '../problems/problem-list.js';
import { ProblemsController } from '../problems/problems.controller.js';
import { ReportProblem } from '../problems/report-problem.js';
import { SettleProblem } from '../problems/settle-problem.js';
import { TellOwner } from '../problems/tell-owner.js';
import { AppendRuntimeLog } from './append-runtime-log.js';
import { GetRuntimeLog } from './get-runtime-log.js';
import { ListAttempts } from './list-attempts.js';
import { RuntimeLogController } from './runtime-log.controller.js';

/** What lessons and learners report besides their state. */
export const runtimeControllers = [RuntimeLogController, ProblemsController];
export const runtimeProviders = [
  AppendRuntimeLog,
  GetProblem,
  GetRuntimeLog,
  ListAttempts,
  ListProblems,
  ProblemList,
  ReportProblem,
  SettleProblem,
  TellOwner,
];
