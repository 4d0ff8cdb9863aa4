export { meetsOwnHost, ownHosts } from './outside-hosts/own-host.js';
export { isLocalDate, type LocalDate } from './calendar/local-date.js';
export { addDays, addMonths, compareDates, dayOfWeek, daysBetween, maxDate, minDate } from './calendar/arithmetic.js';
export { dateWords, dayInWords } from './calendar/date-words.js';
export { sheetDay } from './calendar/sheet-day.js';
export { isNever } from './calendar/typed-day.js';
export { londonDate, londonInstant, londonMidnight, londonMoment, londonTime } from './calendar/london.js';
export { type Cadence, type DueRun, dueRun, nextRun, nextRuns } from './schedule/cadence.js';

export { DEFAULT_WINDOW_DAYS, READ_AGAIN_DAYS, renewalWindowFrom, validUntil } from './validity/validity.js';
export { validUntilWithEvidence } from './evidence/evidence-validity.js';
export {
  evidenceProblems,
  type EvidenceDemands,
  type EvidenceProblem,
  type GivenEvidence,
} from './evidence/check-evidence.js';
export {
  practicalOutcome,
  type ChecklistItem,
  type ItemFinding,
  type PracticalOutcome,
} from './practical/practical-outcome.js';
export {
  SCALE,
  SHORT_ANSWER,
  SURVEY_GROUP,
  surveyFaults,
  type SurveyAsked,
  type SurveyFault,
  type SurveyGiven,
} from './survey/survey-faults.js';

export { STANDINGS, type Standing } from './standing/standings.js';
export type {
  AttemptFact,
  CompletionFact,
  CycleFact,
  ExemptionFact,
  RevocationFact,
  StandingFacts,
} from './standing/standing-facts.js';
export { standingOf } from './standing/standing-of.js';
export { standingDatesOf, standingFromDates, type StandingDates } from './standing/standing-dates.js';
export { mergeIntervals, type DateInterval } from './standing/intervals.js';

export {
  outcomeOf,
  standardOf,
  type Outcome,
  type RuntimeElements,
  type ScormStandard,
} from './completion-rule/outcome.js';
export {
  defaultRule,
  fulfils,
  packageDone,
  satisfied,
  type CompletionRule,
  type ManifestFacts,
} from './completion-rule/rules.js';

export { addHundredths, MAX_HUNDREDTHS, type Hundredths } from './scorm-time/hundredths.js';
export { formatTimespan, parseTimespan } from './scorm-time/timespan.js';
export { formatDuration, parseDuration, parseSessionTime } from './scorm-time/duration.js';
export { ENDED_NOTE, entryOf, NOTE_PREFIX, type VisitEntry } from './scorm-visit/entry.js';

export {
  coverageAllowance,
  coveredShare,
  fullyCovered,
  gaps,
  mergeRanges,
  totalSeconds,
  wholeSeconds,
  type CoveredRanges,
  type SecondRange,
} from './coverage/ranges.js';
export { MAX_RANGES, MAX_VIDEO_SECONDS, parseRanges, type ParsedRanges } from './coverage/parse-ranges.js';

export { type Branch, inOrder, named, pruned, treeOf } from './organisations/organisation-tree.js';
export { canonicalise, type JsonValue, type Sha256 } from './ledger/canonical.js';
export { NO_PREVIOUS, type LedgerBody, type LedgerCompletion, type LedgerRevocation } from './ledger/body.js';
export { differsFromAnchor, type AnchorFault, type ChainAnchor } from './ledger/anchor.js';
export { isLedgerBody } from './ledger/check-body.js';
export { commitment, commitmentOfText, hashOfBodyText, sealEntry } from './ledger/hashes.js';
export {
  verifyChain,
  type ChainFault,
  type ChainVerdict,
  type LedgerEntry,
  type LedgerHead,
} from './ledger/verify-chain.js';

export { STEP_KINDS, TASK_DOERS, type StepKind, type TaskDoer } from './path/step-kinds.js';
export { datesFor, type DatesOptions, type PathChoice, type PathStep, type StepDates } from './path/path-step.js';
export { routeOf, STOP_STATES, type RouteRules, type RouteStop, type StepState, type StopState } from './path/route.js';
export { circleOf } from './path/circle.js';
export {
  diffPaths,
  type ChangedField,
  type ComparedPath,
  type ComparedStep,
  type PathDiff,
  type StepChange,
} from './path/diff-paths.js';
export {
  pathProgress,
  PROGRESS_STATES,
  type PathProgress,
  type ProgressState,
  type ProgressStep,
} from './path/progress.js';

export type { Choice, Item, Pair, QuestionBody, QuizAnswer } from './quiz/question.js';
export { isBlank } from './quiz/question.js';
export { comparable, sameText } from './quiz/typed-text.js';
export { parseDecimal } from './quiz/decimal.js';
export { isRight } from './quiz/mark-answer.js';
export { restOf, scoreQuiz, type AnsweredQuestion, type QuizOutcome } from './quiz/score-quiz.js';
export { shuffled, type Chance } from './quiz/chance.js';
export { seededChance } from './quiz/seeded-chance.js';
export { drawQuestions, quizLength, shortfalls, type PoolSection, type Shortfall } from './quiz/draw.js';
export {
  answerFits,
  askedBody,
  drawnQuestion,
  ownAnswer,
  type AskedBody,
  type DrawnQuestion,
  type RunId,
} from './quiz/drawn-question.js';
export { solutionOf, solutionText } from './quiz/solution.js';
export { nextTryFrom, runEnd, triesLeft, type Tries } from './quiz/tries.js';
export { afterSave, type AnswerChanges, type Answers, type SavedState } from './quiz/saved-answers.js';

export { plainCell, safeCell } from './csv/cells.js';
export {
  factsKnownNow,
  factsKnownThen,
  type CycleState,
  type RecordedAttempt,
  type RecordedCompletion,
  type RecordedFacts,
  type RecordedRevocation,
} from './as-of/facts-as-of.js';
export { dueAsTold } from './as-of/due-as-told.js';
export { certificateCode, readCertificateCode, showCertificateCode } from './certificate/certificate-code.js';
export {
  CHOSEN_REVOCATION_REASONS,
  REVOCATION_REASONS,
  type RevocationReason,
} from './correction/revocation-reasons.js';

export { activeGrants, ROLES, type Grant, type Role } from './access/roles.js';
export {
  LINE_MANAGER_PERMISSIONS,
  mayApprove,
  mayGrant,
  organisationsWith,
  PERMISSIONS,
  permissionsOf,
  ROLE_PERMISSIONS,
  type Permission,
} from './access/permissions.js';

export { CALLOUTS, isPageAttribute, LINK_REL, PAGE_MARKUP, PAGE_NEEDED, type Callout } from './page/page-markup.js';
export { pageFiles, type PageFileUse } from './page/page-files.js';
export { pageText, readingMinutes, wordCount } from './page/page-text.js';

export type { ActivityContent, VersionContent } from './versions/version-content.js';
export { diffVersions, type ActivityChange, type FieldChange, type VersionDiff } from './versions/diff-versions.js';
export { wordDiff, type WordRun } from './versions/word-diff.js';

export { matchesAudience, predicateOf, type Audience, type EngagementFacts } from './audience/audience.js';
export { EVERYBODY, type AudienceCondition, type AudienceFacts, type AudiencePredicate } from './audience/predicate.js';
export { conditionsOf, coursesReadBy, managersReadBy } from './audience/conditions.js';
export { holdsFor, isInAudience, matches } from './audience/matches.js';
export { nextChangeOn } from './audience/next-change.js';
export { describeAudience, describeCondition, orOf, type Names } from './audience/describe.js';
export { matchedFacts } from './audience/matched-facts.js';

export { dueDates, OPEN_DAYS_BEFORE_START, type DueDates, type DueFacts, type DuePolicy } from './rules/due-policy.js';
export { describeDue } from './rules/describe-due.js';
export { askedAgain, type AskedBefore, type Held } from './rules/asked-again.js';
export { describeAgain } from './rules/describe-again.js';
export { describeRule, type DescribedRule } from './rules/describe-rule.js';
export { ruleCircle, type RuleLink } from './rules/rule-circle.js';
export { replayFault, type ReasonFacts, type ReplayedVersion } from './rules/replay.js';
export { assignmentFault, type StoredAssignment } from './rules/replay-assignment.js';

export {
  ACTIVITY_KINDS,
  EMPLOYMENT_GROUPS,
  ORGANISATION_KINDS,
  PATH_KINDS,
  VERSION_STATES,
  type ActivityKind,
  type EmploymentGroup,
  type OrganisationKind,
  type PathKind,
  type VersionState,
} from './words/words.js';

export {
  ANCHORS,
  type Anchor,
  type MonthDay,
  type NextCycle,
  type Recurrence,
  type RuleRecurrence,
} from './recurrence/recurrence.js';
export { isMonthDay } from './recurrence/month-day.js';
export { countsUntil, nextCycle } from './recurrence/counts-until.js';
export { LAPSES, renewalOn, type LapsePolicy, type Renewal } from './recurrence/lapse.js';
export { dueAfterLeave, extendedAfterLeave, RETURN_DAYS } from './due/leave.js';
export type { CountedFact, CountedYield, EquivalenceTerms, OwnValidity } from './equivalence/equivalence.js';
export { countedThrough, earliestEnd, endedFrom, takenBackWith, yieldOf, yieldsOf } from './equivalence/yields.js';
export { equivalenceCircle } from './equivalence/circle.js';
export { type Hex, isHex } from './colour/hex.js';
export { contrast, READABLE } from './colour/contrast.js';
export { type Accent, type AccentCheck, checkAccent, type Scheme, SCHEMES } from './colour/accent.js';
export { type Palette, paletteOf } from './colour/palette.js';
export { type AskedKind, lineManagerDecides } from './approvals/who-decides.js';
export { bookingOutcomes, type Booked, type Candidate } from './sessions/booking-outcomes.js';
export {
  type CheckInTimes,
  checkInTimes,
  CODE_SECONDS,
  codeDigits,
  codeEnds,
  codeNumber,
  codesThatCount,
} from './sessions/check-in.js';
