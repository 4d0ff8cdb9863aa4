import type { Settings } from 'scorm-again';
import { controlsOf } from './controls.js';
import { objectivesOf } from './objectives.js';
import { rollupRulesOf, sequencingRulesOf } from './rules.js';
import { attributeOf, booleanOf, childOf, childrenOf, numberOf, present } from './xml.js';

export type ActivitySettings = NonNullable<NonNullable<Settings['sequencing']>['activityTree']>;

/**
 * One item as the runtime library's sequencing wants it (SCORM 2004 SN; CAM 5.1). Its own sequencing rules replace those of
 * the same kind that it shares by IDRef.
 */
export function activitySettings(
  item: Element,
  id: string,
  title: string,
  shared: ReadonlyMap<string, Element>,
  children: ActivitySettings[],
): ActivitySettings {
  const own = childOf(item, 'sequencing');
  const common = shared.get(attributeOf(own, 'idref') ?? '');
  const part = (name: string): Element | undefined => childOf(own, name) ?? childOf(common, name);
  const limits = part('limitconditions');
  const settings = present({
    id,
    title,
    children: children.length > 0 ? children : undefined,
    isVisible: booleanOf(item, 'isvisible'),
    attemptLimit: numberOf(attributeOf(limits, 'attemptlimit')),
    attemptAbsoluteDurationLimit: attributeOf(limits, 'attemptabsolutedurationlimit'),
    sequencingControls: controlsOf(part),
    sequencingRules: sequencingRulesOf(part('sequencingrules')),
    rollupRules: rollupRulesOf(part('rolluprules')),
    ...objectivesOf(childrenOf(own, 'objectives').length > 0 ? own : common),
    completionThreshold: completionThreshold(childOf(item, 'completionthreshold')),
    hideLmsUi: hiddenControls(item),
    sharedDataMaps: sharedData(childOf(item, 'data')),
  });
  // The words of the manifest are the library's own; its types spell them as enumerations.
  return settings as unknown as ActivitySettings;
}

function completionThreshold(element: Element | undefined): object | undefined {
  if (!element) return undefined;
  const text = numberOf(element.textContent ?? '');
  if (text !== undefined) return { completedByMeasure: true, minProgressMeasure: text };
  return present({
    completedByMeasure: booleanOf(element, 'completedbymeasure'),
    minProgressMeasure: numberOf(attributeOf(element, 'minprogressmeasure')),
    progressWeight: numberOf(attributeOf(element, 'progressweight')),
  });
}

/** `adlnav:hideLMSUI`: which of the player's own buttons the item does without (SN 5.6.1). */
function hiddenControls(item: Element): string[] | undefined {
  const navigation = childOf(childOf(item, 'presentation'), 'navigationinterface');
  const hidden = childrenOf(navigation, 'hidelmsui').map((one) => (one.textContent ?? '').trim());
  return hidden.length > 0 ? hidden : undefined;
}

function sharedData(data: Element | undefined): object[] | undefined {
  const maps = childrenOf(data, 'map').flatMap((map) => {
    const targetID = attributeOf(map, 'targetid');
    if (!targetID) return [];
    const [readSharedData, writeSharedData] = [booleanOf(map, 'readshareddata'), booleanOf(map, 'writeshareddata')];
    return [{ targetID, readSharedData: readSharedData ?? true, writeSharedData: writeSharedData ?? true }];
  });
  return maps.length > 0 ? maps : undefined;
}
