import { isRecord } from '../organization/is-record.js';

type Activity = Record<string, unknown>;

interface Sequencing {
  version: string;
  contentDelivered: boolean;
  currentActivity: string | null;
  suspendedActivity: string | null;
  activityStates: Record<string, Activity>;
  globalObjectiveMap: unknown;
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function read(serialized: string): { sequencing: Sequencing; sharedData: unknown } | null {
  try {
    const state: unknown = JSON.parse(serialized);
    if (!isRecord(state) || !isRecord(state.sequencing) || !isRecord(state.sequencing.activityStates)) return null;
    return { sequencing: state.sequencing as unknown as Sequencing, sharedData: state.sharedData };
  } catch {
    return null;
  }
}

/**
 * The library's sequencing state as it is kept: only what differs from an untouched course, because the whole of a large one
 * would not fit into an element's value.
 */
export function packState(serialized: string, untouched: string): string | null {
  const [now, before] = [read(serialized), read(untouched)];
  if (!now || !before) return null;
  const activities: Record<string, Activity> = {};
  for (const [id, activity] of Object.entries(now.sequencing.activityStates)) {
    const was = before.sequencing.activityStates[id] ?? {};
    const changed = Object.entries(activity).filter(([name, value]) => !equal(value, was[name]));
    if (changed.length > 0) activities[id] = Object.fromEntries(changed);
  }
  const { currentActivity, suspendedActivity, globalObjectiveMap } = now.sequencing;
  return JSON.stringify({
    v: 1,
    current: currentActivity,
    suspended: suspendedActivity,
    activities,
    objectives: globalObjectiveMap,
    shared: now.sharedData,
  });
}

/**
 * The same in the library's form, with the open part as a suspended one: wherever the last launch was cut off, it is resumed
 * there (SN: Suspend All, Resume All). Null when it cannot be used.
 *
 * @param parents every activity's path to the root, itself first
 */
export function unpackState(packed: string, untouched: string, pathOf: (id: string) => string[]): string | null {
  const before = read(untouched);
  let kept: unknown;
  try {
    kept = JSON.parse(packed);
  } catch {
    return null;
  }
  if (!before || !isRecord(kept) || kept.v !== 1 || !isRecord(kept.activities)) return null;
  const states = structuredClone(before.sequencing.activityStates);
  for (const [id, changed] of Object.entries(kept.activities)) {
    const state = states[id];
    if (state && isRecord(changed)) Object.assign(state, changed);
  }
  const open =
    [kept.suspended, kept.current].find((id): id is string => typeof id === 'string' && id in states) ?? null;
  for (const id of open === null ? [] : pathOf(open))
    Object.assign(states[id] ?? {}, { isActive: false, isSuspended: true });
  return JSON.stringify({
    version: '1.0',
    sequencing: {
      ...before.sequencing,
      contentDelivered: false,
      currentActivity: null,
      suspendedActivity: open,
      activityStates: states,
      globalObjectiveMap: kept.objectives,
      navigationState: undefined,
    },
    globalObjectiveMap: kept.objectives,
    sharedData: kept.shared,
  });
}
