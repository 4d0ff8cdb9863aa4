/** What a step of a path can be; the order is the order on screens. */
export const STEP_KINDS = ['course', 'task', 'milestone'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Who does a task. The People Team is whoever holds that grant on the day; the others are one person each. */
export const TASK_DOERS = ['learner', 'buddy', 'line-manager', 'people-team'] as const;
export type TaskDoer = (typeof TASK_DOERS)[number];
