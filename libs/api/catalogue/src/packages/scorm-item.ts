import { childOf, childrenOf } from './xml-document.js';
import type { XmlElement } from './xml-document.js';

/** What a manifest says of one item besides where it starts; null where it says nothing or nothing usable. */
export interface ItemFacts {
  /** SCORM 1.2 `adlcp:masteryscore`, 0 to 100. */
  masteryScore: number | null;
  /** `adlcp:datafromlms` (1.2) or `adlcp:dataFromLMS` (2004): what the lesson reads as launch data. */
  dataFromLms: string | null;
  /** As written: HHHH:MM:SS.SS in 1.2, an ISO 8601 duration in 2004 (its `attemptAbsoluteDurationLimit`). */
  maxTimeAllowed: string | null;
  /** One of the four standard words, such as `exit,no message`. */
  timeLimitAction: string | null;
  /** SCORM 2004 scaled passing score, −1 to 1; null unless the primary objective is satisfied by measure. */
  minNormalizedMeasure: number | null;
  /** SCORM 1.2 `adlcp:prerequisites`, an AICC script; kept as written. */
  prerequisites: string | null;
  /** SCORM 2004 progress that counts as complete, 0 to 1. */
  completionThreshold: number | null;
}

const TIME_LIMIT_ACTIONS = ['exit,message', 'exit,no message', 'continue,message', 'continue,no message'];

/** Sequencing that items may share, by its ID. */
export function sharedSequencing(manifest: XmlElement): Map<string, XmlElement> {
  const collections = childrenOf(manifest, 'sequencingcollection');
  const all = collections.flatMap((collection) => childrenOf(collection, 'sequencing'));
  return new Map(all.map((sequencing) => [sequencing.attributes.get('id') ?? '', sequencing]));
}

export function itemFacts(item: XmlElement, shared: ReadonlyMap<string, XmlElement>): ItemFacts {
  const own = childOf(item, 'sequencing');
  const common = shared.get(own?.attributes.get('idref') ?? '');
  // An item's own sequencing rules replace those of the same kind that it shares (SCORM 2004 CAM, sequencing IDRef).
  const part = (name: string) => childOf(own, name) ?? childOf(common, name);
  const action = (textOf(item, 'timelimitaction') ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .join(',');
  return {
    masteryScore: numberIn(textOf(item, 'masteryscore'), 0, 100),
    dataFromLms: textOf(item, 'datafromlms'),
    maxTimeAllowed:
      textOf(item, 'maxtimeallowed') ??
      (part('limitconditions')?.attributes.get('attemptabsolutedurationlimit')?.trim() || null),
    timeLimitAction: TIME_LIMIT_ACTIONS.includes(action) ? action : null,
    minNormalizedMeasure: passingMeasure(childOf(part('objectives'), 'primaryobjective')),
    prerequisites: textOf(item, 'prerequisites'),
    completionThreshold: completionThreshold(childOf(item, 'completionthreshold')),
  };
}

/** As for `cmi.scaled_passing_score`: without satisfiedByMeasure there is none, and without a measure it is 1. */
function passingMeasure(objective: XmlElement | undefined): number | null {
  if (!isTrue(objective?.attributes.get('satisfiedbymeasure'))) return null;
  const measure = childOf(objective, 'minnormalizedmeasure')?.text;
  return measure === undefined || measure === '' ? 1 : numberIn(measure, -1, 1);
}

/** The text in the 3rd edition; in the 4th an attribute that counts only with completedByMeasure, and is 1 if left out. */
function completionThreshold(element: XmlElement | undefined): number | null {
  if (!element) return null;
  if (element.text !== '') return numberIn(element.text, 0, 1);
  if (!isTrue(element.attributes.get('completedbymeasure'))) return null;
  return numberIn(element.attributes.get('minprogressmeasure') ?? '1', 0, 1);
}

function textOf(item: XmlElement, name: string): string | null {
  return childOf(item, name)?.text || null;
}

function isTrue(value: string | undefined): boolean {
  return value?.trim().toLowerCase() === 'true' || value?.trim() === '1';
}

function numberIn(text: string | null, least: number, most: number): number | null {
  if (text === null || text.length > 40 || !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
