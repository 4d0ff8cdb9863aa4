import { attributeOf, booleanOf, childOf, childrenOf, numberOf, present } from './xml.js';

const flags = {
  readsatisfiedstatus: 'readSatisfiedStatus',
  readnormalizedmeasure: 'readNormalizedMeasure',
  writesatisfiedstatus: 'writeSatisfiedStatus',
  writenormalizedmeasure: 'writeNormalizedMeasure',
  readrawscore: 'readRawScore',
  readminscore: 'readMinScore',
  readmaxscore: 'readMaxScore',
  readcompletionstatus: 'readCompletionStatus',
  readprogressmeasure: 'readProgressMeasure',
  writerawscore: 'writeRawScore',
  writeminscore: 'writeMinScore',
  writemaxscore: 'writeMaxScore',
  writecompletionstatus: 'writeCompletionStatus',
  writeprogressmeasure: 'writeProgressMeasure',
} as const;

interface Objective {
  objectiveID: string;
  mapInfo: Record<string, unknown>[];
}

const mapsOf = (objective: Element): Record<string, unknown>[] =>
  childrenOf(objective, 'mapinfo').flatMap((map) => {
    const targetObjectiveID = attributeOf(map, 'targetobjectiveid');
    if (!targetObjectiveID) return [];
    const said = Object.entries(flags).map(([name, flag]) => [flag, booleanOf(map, name)]);
    return [{ targetObjectiveID, ...present(Object.fromEntries(said) as object) }];
  });

/** The primary and the further objectives of an item (SN 3.10), with what ADL's extension adds to their maps. */
export function objectivesOf(sequencing: Element | undefined): object {
  // IMS’s own list comes first; the second of the same name is ADL’s extension.
  const [standard, ...extensions] = childrenOf(sequencing, 'objectives');
  if (!standard) return {};
  const more = new Map(
    extensions
      .flatMap((list) => childrenOf(list, 'objective'))
      .map((one) => [attributeOf(one, 'objectiveid') ?? '', mapsOf(one)] as const),
  );
  const read = (element: Element): Objective => {
    const objectiveID = attributeOf(element, 'objectiveid') ?? '';
    const byMeasure = booleanOf(element, 'satisfiedbymeasure');
    const measure = numberOf(childOf(element, 'minnormalizedmeasure')?.textContent ?? undefined);
    const mapInfo = mergeMaps(mapsOf(element), more.get(objectiveID) ?? []);
    return { objectiveID, mapInfo, ...present({ satisfiedByMeasure: byMeasure, minNormalizedMeasure: measure }) };
  };
  const primary = childOf(standard, 'primaryobjective');
  const others = childrenOf(standard, 'objective').map(read);
  return present({
    primaryObjective: primary ? nameless(read(primary)) : undefined,
    objectives: others.length > 0 ? others : undefined,
  });
}

/** A primary objective needs no ID of its own (CAM 5.1.6); the library drops one without. */
const nameless = (objective: Objective): Objective =>
  objective.objectiveID === '' ? { ...objective, objectiveID: ' ' } : objective;

function mergeMaps(
  standard: Record<string, unknown>[],
  extension: Record<string, unknown>[],
): Record<string, unknown>[] {
  const merged = new Map(standard.map((map) => [map['targetObjectiveID'], map]));
  for (const map of extension) {
    const target = map['targetObjectiveID'];
    merged.set(target, { ...merged.get(target), ...map });
  }
  return [...merged.values()];
}
