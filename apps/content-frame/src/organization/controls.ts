import { attributeOf, booleanOf, numberOf, present } from './xml.js';

type Part = (name: string) => Element | undefined;

/** Everything that the library keeps among an activity's controls (SN 3.2, 3.11, 3.13; adlseq extensions). */
export function controlsOf(part: Part): object | undefined {
  const [mode, rollup] = [part('controlmode'), part('rolluprules')];
  const [delivery, constrained] = [part('deliverycontrols'), part('constrainedchoiceconsiderations')];
  const controls = present({
    choice: booleanOf(mode, 'choice'),
    choiceExit: booleanOf(mode, 'choiceexit'),
    flow: booleanOf(mode, 'flow'),
    forwardOnly: booleanOf(mode, 'forwardonly'),
    useCurrentAttemptObjectiveInfo: booleanOf(mode, 'usecurrentattemptobjectiveinfo'),
    useCurrentAttemptProgressInfo: booleanOf(mode, 'usecurrentattemptprogressinfo'),
    rollupObjectiveSatisfied: booleanOf(rollup, 'rollupobjectivesatisfied'),
    rollupProgressCompletion: booleanOf(rollup, 'rollupprogresscompletion'),
    objectiveMeasureWeight: numberOf(attributeOf(rollup, 'objectivemeasureweight')),
    tracked: booleanOf(delivery, 'tracked'),
    completionSetByContent: booleanOf(delivery, 'completionsetbycontent'),
    objectiveSetByContent: booleanOf(delivery, 'objectivesetbycontent'),
    preventActivation: booleanOf(constrained, 'preventactivation'),
    constrainChoice: booleanOf(constrained, 'constrainchoice'),
    ...randomization(part('randomizationcontrols')),
  });
  return Object.keys(controls).length > 0 ? controls : undefined;
}

function randomization(element: Element | undefined): object {
  return {
    randomizationTiming: attributeOf(element, 'randomizationtiming'),
    randomizeChildren: booleanOf(element, 'reorderchildren'),
    selectionTiming: attributeOf(element, 'selectiontiming'),
    selectCount: numberOf(attributeOf(element, 'selectcount')),
  };
}
