import type { RouteStopView } from './route-stop.js';

/** A route of more stops than this is always vertical. */
export const longestLine = 8;

/** How many done stops at the start fold into one: none on a short route, and never a single one. */
export function foldedStops(stops: readonly RouteStopView[]): number {
  if (stops.length <= longestLine) return 0;
  const firstOpen = stops.findIndex((stop) => stop.state !== 'done');
  const done = firstOpen === -1 ? stops.length : firstOpen;
  return done > 1 ? done : 0;
}

/** The stop after which the gate crosses the line: the one before the first blocked stop; -1 without one. */
export function gateAfter(stops: readonly RouteStopView[]): number {
  const blocked = stops.findIndex((stop) => stop.state === 'blocked');
  return blocked > 0 ? blocked - 1 : -1;
}
