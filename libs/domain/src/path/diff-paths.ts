/** A step of a version, with what a reviewer compares, in words or plain values by field. */
export interface ComparedStep {
  /** The same in every version. */
  readonly key: string;
  readonly title: string;
  readonly stage: string;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ComparedPath {
  /** What holds for the whole version, by field. */
  readonly fields: ComparedStep['fields'];
  /** In order. */
  readonly steps: readonly ComparedStep[];
}

export interface ChangedField {
  readonly field: string;
  readonly before: ComparedStep['fields'][string];
  readonly after: ComparedStep['fields'][string];
}

export type StepChange =
  | { readonly what: 'added' | 'removed'; readonly step: ComparedStep }
  | { readonly what: 'changed'; readonly step: ComparedStep; readonly fields: readonly ChangedField[] }
  | { readonly what: 'moved'; readonly step: ComparedStep };

export interface PathDiff {
  readonly fields: readonly ChangedField[];
  /** In the order of the newer version; what was removed comes last. */
  readonly steps: readonly StepChange[];
}

const changedFields = (before: ComparedStep['fields'], after: ComparedStep['fields']): ChangedField[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));

/** The longest run of steps that kept their order: all others were moved. */
function kept(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((key, at) => [key, at]));
  const best: { keys: string[]; last: number }[] = [];
  for (const key of after) {
    const at = place.get(key) ?? -1;
    const longest = best
      .filter(({ last }) => last < at)
      .reduce<string[]>((a, { keys }) => (keys.length > a.length ? keys : a), []);
    best.push({ keys: [...longest, key], last: at });
  }
  return new Set(best.reduce<string[]>((a, { keys }) => (keys.length > a.length ? keys : a), []));
}

/** What is different between two versions of a path, step by step. */
export function diffPaths(before: ComparedPath, after: ComparedPath): PathDiff {
  const old = new Map(before.steps.map((step) => [step.key, step]));
  const now = new Set(after.steps.map(({ key }) => key));
  const both = (steps: readonly ComparedStep[]) =>
    steps.map(({ key }) => key).filter((key) => old.has(key) && now.has(key));
  const stayed = kept(both(before.steps), both(after.steps));
  const steps = after.steps.flatMap((step): StepChange[] => {
    const was = old.get(step.key);
    if (!was) return [{ what: 'added', step }];
    const fields = changedFields({ title: was.title, ...was.fields }, { title: step.title, ...step.fields });
    return [
      ...(stayed.has(step.key) && was.stage === step.stage ? [] : [{ what: 'moved' as const, step }]),
      ...(fields.length > 0 ? [{ what: 'changed' as const, step, fields }] : []),
    ];
  });
  const removed = before.steps.filter(({ key }) => !now.has(key)).map((step) => ({ what: 'removed' as const, step }));
  return { fields: changedFields(before.fields, after.fields), steps: [...steps, ...removed] };
}
