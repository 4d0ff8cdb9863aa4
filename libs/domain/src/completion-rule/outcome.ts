export type ScormStandard = 'scorm12' | 'scorm2004';

/** The run-time data of one SCO: element name → the text that the content set. */
export type RuntimeElements = Readonly<Record<string, string>>;

/** The element names tell: SCORM 1.2 keeps status, score and bookmark below `cmi.core.`, which SCORM 2004 does not have. */
export const standardOf = (runtime: RuntimeElements): ScormStandard =>
  Object.keys(runtime).some((element) => element.startsWith('cmi.core.')) ? 'scorm12' : 'scorm2004';

export interface Outcome {
  readonly completed: boolean;
  /** null while nobody has judged it. */
  readonly passed: boolean | null;
  /** 0 to 100, to four decimal places. */
  readonly score: number | null;
  /** 0 to 1: 1 when completed, else what the content measured. */
  readonly progress: number | null;
  /** The content's own bookmark, as it wrote it. */
  readonly location: string | null;
}

/**
 * What the content has reported, in the same words for both standards. Values count only as the standards spell them;
 * numbers are decimals without an exponent, anything else is no number.
 *
 * SCORM 1.2 (run-time environment 3.4.4), from `cmi.core.lesson_status`:
 * - completed: `completed` or `passed`; passed: `passed` is true, `failed` is false, else null.
 *
 * SCORM 2004 (run-time environment 4.2):
 * - completed: `cmi.completion_status` is `completed`;
 * - passed: `cmi.success_status` is `passed` or `failed`, else null;
 * - progress: `cmi.progress_measure`, between 0 and 1.
 *
 * Score: `cmi.score.scaled` × 100 (2004 only), else raw: with min and max, and max above min, (raw − min) ÷ (max − min)
 * × 100, otherwise raw as it is; between 0 and 100, rounded to four decimal places, null without a number.
 */
export const outcomeOf = (standard: ScormStandard, runtime: RuntimeElements): Outcome =>
  standard === 'scorm12' ? outcomeOf12(runtime) : outcomeOf2004(runtime);

const outcomeOf12 = (runtime: RuntimeElements): Outcome => {
  const status = runtime['cmi.core.lesson_status'];
  const completed = status === 'completed' || status === 'passed';
  return {
    completed,
    passed: judged(status),
    score: scoreOf(runtime, 'cmi.core.score'),
    progress: completed ? 1 : null,
    location: runtime['cmi.core.lesson_location'] || null,
  };
};

const outcomeOf2004 = (runtime: RuntimeElements): Outcome => {
  const completed = runtime['cmi.completion_status'] === 'completed';
  const measured = decimal(runtime['cmi.progress_measure']);
  const scaled = decimal(runtime['cmi.score.scaled']);
  return {
    completed,
    passed: judged(runtime['cmi.success_status']),
    score: scaled === null ? scoreOf(runtime, 'cmi.score') : percentage(scaled * 100),
    progress: completed ? 1 : measured === null ? null : clamp(measured, 1),
    location: runtime['cmi.location'] || null,
  };
};

const judged = (status: string | undefined): boolean | null =>
  status === 'passed' ? true : status === 'failed' ? false : null;

const scoreOf = (runtime: RuntimeElements, prefix: string): number | null => {
  const raw = decimal(runtime[`${prefix}.raw`]);
  if (raw === null) return null;
  const min = decimal(runtime[`${prefix}.min`]);
  const max = decimal(runtime[`${prefix}.max`]);
  return percentage(min !== null && max !== null && max > min ? ((raw - min) / (max - min)) * 100 : raw);
};

const DECIMAL = /^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/;
const decimal = (text: string | undefined): number | null => (text && DECIMAL.test(text) ? Number(text) : null);
const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
// Without rounding, 0.57 × 100 is a little less than 57, and a learner would miss the mark by nothing.
const percentage = (value: number): number => clamp(Math.round(value * 10_000) / 10_000, 100);
