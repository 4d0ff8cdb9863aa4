import type { ReactNode } from 'react';

export type StopState = 'done' | 'here' | 'next' | 'blocked';

/** One stop of a route. At most one stop of a route is `here`. */
export interface RouteStopView {
  key: string;
  state: StopState;
  /** The state in words, said before the title: "Done", "You are here", "Next", "Blocked". */
  stateText: string;
  title: ReactNode;
  /** One or two short facts below the title; for a blocked stop, what opens it. */
  detail?: ReactNode;
  /** What the marker post says, such as "−7". */
  post?: string;
  /** What that day is, such as "First day"; said at day 0 only. */
  postNote?: string;
}
