import { attributeOf, childOf, childrenOf, numberOf, present } from './xml.js';

const conditionsOf = (conditions: Element | undefined, name: string): object[] =>
  childrenOf(conditions, name).map((one) => {
    const operator = attributeOf(one, 'operator');
    const threshold = numberOf(attributeOf(one, 'measurethreshold'));
    return present({
      condition: attributeOf(one, 'condition') ?? 'always',
      operator: operator === 'not' ? operator : undefined,
      referencedObjective: attributeOf(one, 'referencedobjective') || undefined,
      parameters: threshold === undefined ? undefined : { threshold },
    });
  });

/** Sequencing rules (SN 3.4): what to do before an activity is chosen, when it is left, and after. */
export function sequencingRulesOf(rules: Element | undefined): object | undefined {
  if (!rules) return undefined;
  const kind = (name: string): object[] =>
    childrenOf(rules, name).map((rule) => {
      const conditions = childOf(rule, 'ruleconditions');
      return {
        action: attributeOf(childOf(rule, 'ruleaction'), 'action') ?? '',
        conditionCombination: attributeOf(conditions, 'conditioncombination') ?? 'all',
        conditions: conditionsOf(conditions, 'rulecondition'),
      };
    });
  return {
    preConditionRules: kind('preconditionrule'),
    exitConditionRules: kind('exitconditionrule'),
    postConditionRules: kind('postconditionrule'),
  };
}

/** Rollup rules (SN 3.7): what an activity's children say of it. */
export function rollupRulesOf(element: Element | undefined): object | undefined {
  const rules = childrenOf(element, 'rolluprule').map((rule) => {
    const conditions = childOf(rule, 'rollupconditions');
    return present({
      action: attributeOf(childOf(rule, 'rollupaction'), 'action') ?? '',
      consideration: attributeOf(rule, 'childactivityset') ?? 'all',
      minimumCount: numberOf(attributeOf(rule, 'minimumcount')),
      minimumPercent: numberOf(attributeOf(rule, 'minimumpercent')),
      conditionCombination: attributeOf(conditions, 'conditioncombination') ?? 'any',
      conditions: conditionsOf(conditions, 'rollupcondition'),
    });
  });
  return rules.length > 0 ? { rules } : undefined;
}
