/** What a rule asks about and what it gives, as courses. */
export interface RuleLink {
  readonly name: string;
  readonly reads: readonly string[];
  readonly gives: readonly string[];
}

/**
 * A circle of rules that would feed each other: each gives a course that the next one asks about, the last one a course
 * that the first asks about. The names in that order, a rule that feeds itself alone as one name; null without a circle.
 */
export const ruleCircle = (rules: readonly RuleLink[]): readonly string[] | null => {
  const clear = new Set<RuleLink>();
  const walk = (rule: RuleLink, trail: readonly RuleLink[]): readonly RuleLink[] | null => {
    const at = trail.indexOf(rule);
    if (at >= 0) return trail.slice(at);
    if (clear.has(rule)) return null;
    for (const next of rules) {
      if (!rule.gives.some((course) => next.reads.includes(course))) continue;
      const circle = walk(next, [...trail, rule]);
      if (circle) return circle;
    }
    clear.add(rule);
    return null;
  };
  for (const rule of rules) {
    const circle = walk(rule, []);
    if (circle) return circle.map(({ name }) => name);
  }
  return null;
};
