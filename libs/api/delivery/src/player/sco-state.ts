import type { Launch } from '@lms/contracts';
import { entryOf, type ScormStandard } from '@lms/domain';
import type { PackageSco } from './my-activity.js';

export interface ScoRow {
  sco: string;
  elements: Record<string, string>;
  totalTime: number;
  done: boolean;
}

/** What a launch gives a part to begin with: what is kept of it, and what the manifest says of it. */
export function scoState(
  standard: ScormStandard,
  sco: PackageSco,
  row: Omit<ScoRow, 'sco'> | undefined,
): Launch['states'][number] {
  const elements = row?.elements ?? {};
  const { masteryScore, minNormalizedMeasure = null, dataFromLms, maxTimeAllowed, timeLimitAction } = sco;
  return {
    sco: sco.identifier,
    elements,
    entry: entryOf(standard, elements),
    totalTime: row?.totalTime ?? 0,
    masteryScore: standard === 'scorm12' ? masteryScore : minNormalizedMeasure,
    dataFromLms,
    maxTimeAllowed: maxTimeAllowed ?? null,
    timeLimitAction: timeLimitAction ?? null,
    completionThreshold: standard === 'scorm2004' ? (sco.completionThreshold ?? null) : null,
    done: row?.done ?? false,
  };
}
