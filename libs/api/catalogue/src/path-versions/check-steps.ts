import { Invalid, type ProblemField } from '@lms/api-platform';
import type { SavePathStep, SavePathVersionRequest } from '@lms/contracts';
import { circleOf } from '@lms/domain';

interface Placed {
  step: SavePathStep;
  stage: number;
  /** `stages.0.steps.1` */
  path: string;
}

type Draft = Pick<SavePathVersionRequest, 'sequential' | 'stages'>;

/** Every step says what its kind needs, and what it refers to is there. Invalid, at the step. */
export function assertSteps(draft: Draft): void {
  const wrong = wrongSteps(draft);
  if (wrong.length > 0) throw new Invalid(wrong);
}

export function wrongSteps({ stages, sequential }: Draft): ProblemField[] {
  const placed = stages.flatMap(({ steps }, stage) =>
    steps.map((step, at): Placed => ({ step, stage, path: `stages.${stage}.steps.${at}` })),
  );
  const wrong = [
    ...placed.flatMap(({ step, path }) => wrongKind(step, path)),
    ...wrongKeys(placed),
    ...placed.flatMap(({ step, stage, path }) => {
      const known = step.choice === null || stages[stage]?.choices.some(({ key }) => key === step.choice);
      return known ? [] : [{ path: `${path}.choice`, message: 'There is no such choice in this stage.' }];
    }),
  ];
  return wrong.length > 0 ? wrong : circleProblem(placed, sequential);
}

function wrongKind(step: SavePathStep, path: string): ProblemField[] {
  const at = (field: string, message: string): ProblemField => ({ path: `${path}.${field}`, message });
  const { kind, courseId, title, doer, optional, choice, after } = step;
  return [
    ...(kind === 'course' && courseId === null ? [at('courseId', 'Choose a course.')] : []),
    ...(kind !== 'course' && courseId !== null ? [at('courseId', 'Only a step that is a course has one.')] : []),
    ...(kind !== 'course' && title === '' ? [at('title', 'Give it a title.')] : []),
    ...(kind === 'task' && doer === null ? [at('doer', 'Say who does it.')] : []),
    ...(kind !== 'task' && doer !== null ? [at('doer', 'Only a task is done by somebody else.')] : []),
    ...(kind === 'milestone' && (optional || choice !== null || after.length > 0)
      ? [at('kind', 'A milestone waits for everything required before it, and for nothing else.')]
      : []),
    ...(optional && choice !== null ? [at('optional', 'What stands in a choice is not optional besides.')] : []),
  ];
}

function wrongKeys(placed: readonly Placed[]): ProblemField[] {
  const keys = placed.flatMap(({ step }) => step.key ?? []);
  const known = new Set(keys);
  return placed.flatMap(({ step, path }, at) => [
    ...(step.key !== undefined && placed.slice(0, at).some((other) => other.step.key === step.key)
      ? [{ path: `${path}.key`, message: 'This step is in the path already.' }]
      : []),
    ...(step.after.every((key) => known.has(key))
      ? []
      : [{ path: `${path}.after`, message: 'It waits for a step that this path does not have.' }]),
  ]);
}

/** Steps that wait for each other can never be done; the answer names them in their circle. */
function circleProblem(placed: readonly Placed[], sequential: boolean): ProblemField[] {
  const keyed = placed.map((each, at) => ({ ...each, key: each.step.key ?? `new ${at}` }));
  const circle = circleOf(
    keyed.map(({ key, stage, step: { kind, optional, after } }) => ({ key, stage, kind, optional, after })),
    { sequential },
  );
  const [first] = circle ?? [];
  const stop = keyed.find(({ key }) => key === first);
  if (!circle || !stop) return [];
  const names = circle.map((key) => nameOf(keyed.find((each) => each.key === key)));
  const [name = '', ...others] = names;
  return [
    {
      path: `${stop.path}.after`,
      message: `${name} would wait for itself: ${[name, ...others, name].join(', which waits for ')}.`,
    },
  ];
}

const nameOf = (placed: Placed | undefined): string =>
  !placed
    ? ''
    : placed.step.title
      ? `“${placed.step.title}”`
      : `step ${placed.path.split('.').at(-1)} of stage ${placed.stage + 1}`;
