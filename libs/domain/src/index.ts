export { isLocalDate, type LocalDate } from './calendar/local-date.js';
export { addDays, addMonths, compareDates, dayOfWeek, daysBetween, maxDate, minDate } from './calendar/arithmetic.js';
export { londonDate, londonMidnight } from './calendar/london.js';

export { DEFAULT_WINDOW_DAYS, renewalWindowFrom, validUntil } from './validity/validity.js';

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
export { defaultRule, fulfils, packageDone, satisfied, type CompletionRule, type ManifestFacts } from './completion-rule/rules.js';

export { addHundredths, MAX_HUNDREDTHS, type Hundredths } from './scorm-time/hundredths.js';
export { formatTimespan, parseTimespan } from './scorm-time/timespan.js';
export { formatDuration, parseDuration, parseSessionTime } from './scorm-time/duration.js';

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

export { canonicalise, type JsonValue, type Sha256 } from './ledger/canonical.js';
export { NO_PREVIOUS, type LedgerBody, type LedgerCompletion, type LedgerRevocation } from './ledger/body.js';
export { isLedgerBody } from './ledger/check-body.js';
export { commitment, commitmentOfText, hashOfBodyText, sealEntry } from './ledger/hashes.js';
export {
  verifyChain,
  type ChainFault,
  type ChainVerdict,
  type LedgerEntry,
  type LedgerHead,
} from './ledger/verify-chain.js';

export { datesFor, type DatesOptions, type PathStep, type StepDates } from './path/path-step.js';
export { routeOf, STOP_STATES, type RouteStop, type StepState, type StopState } from './path/route.js';
export {
  pathProgress,
  PROGRESS_STATES,
  type PathProgress,
  type ProgressState,
  type ProgressStep,
} from './path/progress.js';

export { activeGrants, ROLES, type Grant, type Role } from './access/roles.js';
export {
  LINE_MANAGER_PERMISSIONS,
  mayApprove,
  organisationsWith,
  PERMISSIONS,
  permissionsOf,
  ROLE_PERMISSIONS,
  type Permission,
} from './access/permissions.js';

export { matchesAudience, type Audience, type EngagementFacts } from './audience/audience.js';

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
