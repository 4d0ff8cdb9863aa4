export const ruleKeys = {
  all: ['rules'] as const,
  list: ['rules', 'list'] as const,
  rule: (id: string) => ['rules', 'rule', id] as const,
  previews: ['rules', 'preview'] as const,
  preview: (id: string) => ['rules', 'preview', id] as const,
  ending: (id: string) => ['rules', 'ending', id] as const,
  exceptions: (id: string) => ['rules', 'exceptions', id] as const,
  audiences: ['audiences'] as const,
  why: (personId: string | null, courseId: string) => ['why', personId, courseId] as const,
};
