import { londonDate } from '../calendar/london.js';
import type { LocalDate } from '../calendar/local-date.js';
import type {
  CompletionFact,
  CycleFact,
  ExemptionFact,
  RevocationFact,
  StandingFacts,
} from '../standing/standing-facts.js';

/** Instants are milliseconds since 1970. */
export interface RecordedCompletion extends CompletionFact {
  readonly recordedAt: number;
}
export interface RecordedRevocation extends RevocationFact {
  readonly recordedAt: number;
}
/** How a cycle stood from `knownFrom` until the next state of the same cycle was known. */
export interface CycleState extends CycleFact {
  readonly createdOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly knownFrom: number;
}
export interface RecordedAttempt {
  readonly startedAt: number;
  /** When it was left for good, null while it was not. */
  readonly abandonedAt: number | null;
}

/** Ended before its time, on the day before the one on which somebody said so: an exemption until then said `to`. */
export interface RecordedExemption extends ExemptionFact {
  readonly recordedAt: number;
  readonly ended: { readonly on: LocalDate; readonly at: number } | null;
}

/** All that was ever known about one person and one course, with when. */
export interface RecordedFacts {
  readonly completions: readonly RecordedCompletion[];
  readonly revocations: readonly RecordedRevocation[];
  /** In the order in which they were written down. */
  readonly cycles: readonly CycleState[];
  readonly attempts: readonly RecordedAttempt[];
  readonly exemptions: readonly RecordedExemption[];
}

const lasting = (exemptions: readonly ExemptionFact[]): ExemptionFact[] =>
  exemptions.filter(({ from, to }) => from <= to);

/** An attempt is over once a completion was recorded after it had begun, also one that was taken back later. */
const openOf = (
  attempts: readonly RecordedAttempt[],
  completions: readonly RecordedCompletion[],
): StandingFacts['openAttempts'] =>
  attempts
    .filter(({ startedAt }) => completions.every(({ recordedAt }) => recordedAt < startedAt))
    .map(({ startedAt }) => ({ startedOn: londonDate(startedAt) }));

/** Of states known from the same moment the later in the list is the last. */
const latestOfEach = (states: readonly CycleState[]): CycleState[] => {
  const latest = new Map<number, CycleState>();
  for (const state of states) {
    const other = latest.get(state.cycle);
    if (!other || other.knownFrom <= state.knownFrom) latest.set(state.cycle, state);
  }
  return [...latest.values()];
};

/** What the product knew at a moment: nothing that was recorded later, whatever day it is about. */
export const factsKnownThen = (facts: RecordedFacts, at: number): StandingFacts => {
  const completions = facts.completions.filter(({ recordedAt }) => recordedAt <= at);
  return {
    completions,
    revocations: facts.revocations.filter(({ recordedAt }) => recordedAt <= at),
    cycles: latestOfEach(facts.cycles.filter(({ knownFrom }) => knownFrom <= at)),
    exemptions: lasting(
      facts.exemptions
        .filter(({ recordedAt }) => recordedAt <= at)
        .map(({ from, to, ended }) => ({ from, to: ended && ended.at <= at ? ended.on : to })),
    ),
    openAttempts: openOf(
      facts.attempts.filter(
        ({ startedAt, abandonedAt }) => startedAt <= at && (abandonedAt === null || abandonedAt > at),
      ),
      completions,
    ),
  };
};

/**
 * What is known now about a day: what was done by then counts, also when it was recorded later, and what was taken back
 * later counts no more. An assignment that was closed after that day was open on it.
 */
export const factsKnownNow = (facts: RecordedFacts, on: LocalDate): StandingFacts => {
  const completions = facts.completions.filter(({ completedOn }) => completedOn <= on);
  return {
    completions,
    revocations: facts.revocations,
    cycles: latestOfEach(facts.cycles)
      .filter(({ createdOn }) => createdOn <= on)
      .map((state) => (state.closedOn !== null && state.closedOn > on ? { ...state, closed: null } : state)),
    exemptions: lasting(facts.exemptions.map(({ from, to, ended }) => ({ from, to: ended?.on ?? to }))),
    openAttempts: openOf(
      facts.attempts.filter(
        ({ startedAt, abandonedAt }) =>
          londonDate(startedAt) <= on && (abandonedAt === null || londonDate(abandonedAt) > on),
      ),
      completions,
    ),
  };
};
