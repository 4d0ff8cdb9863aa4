import type { PathProgressItem } from '@lms/contracts';

type State = PathProgressItem['state'];

/** The states in the order of the filters, with the keys of their names. */
export const progressStates = [
  { state: 'overdue', key: 'progress.state.overdue' },
  { state: 'under way', key: 'progress.state.underWay' },
  { state: 'not started', key: 'progress.state.notStarted' },
  { state: 'done', key: 'progress.state.done' },
] as const satisfies readonly { state: State; key: string }[];

/** The state in an address, or none when it is none of ours. */
export const stateOf = (value: string | null): State | undefined =>
  progressStates.find(({ state }) => state === value)?.state;

export const stateKey = (state: State) =>
  progressStates.find((entry) => entry.state === state)?.key ?? 'progress.state.notStarted';
