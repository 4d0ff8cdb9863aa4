import { ApplyRule } from './apply/apply-rule.js';
import { ApproveRule } from './approval/approve-rule.js';
import { Reconcile } from './check/reconcile.js';
import { GuardPaths } from './circles/guard-paths.js';
import { EndRule } from './ending/end-rule.js';
import { PreviewEnding } from './ending/preview-ending.js';
import { RuleExceptions } from './exceptions/rule-exceptions.js';
import { CatchUp } from './follow/catch-up.js';
import { FollowDays } from './follow/follow-days.js';
import { FollowEvents } from './follow/follow-events.js';
import { AsksAgain } from './preview/asks-again.js';
import { MakePreview } from './preview/make-preview.js';
import { ReadPreview } from './preview/read-preview.js';
import { RunRules } from './runs/run-rules.js';
import { RunsJob } from './runs/runs-job.js';
import { StartRuns } from './runs/start-runs.js';
import { EditDraft } from './versions/edit-draft.js';
import { RuleList } from './versions/rule-list.js';
import { ReadRules } from './versions/read-rules.js';
import { WriteRules } from './versions/write-rules.js';

export const RULE_PROVIDERS = [
  ApplyRule,
  ApproveRule,
  AsksAgain,
  CatchUp,
  EditDraft,
  EndRule,
  FollowDays,
  FollowEvents,
  GuardPaths,
  MakePreview,
  PreviewEnding,
  ReadPreview,
  ReadRules,
  Reconcile,
  RuleExceptions,
  RuleList,
  RunRules,
  RunsJob,
  StartRuns,
  WriteRules,
];
