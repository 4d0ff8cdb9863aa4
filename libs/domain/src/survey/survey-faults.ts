/** Points of a scale, in order. */
export const SCALE = [1, 2, 3, 4, 5] as const;

/** Anonymous answers are shown in groups of so many at least. */
export const SURVEY_GROUP = 5;

/** The longest answer in one line, in characters; longer ones need a long text. */
export const SHORT_ANSWER = 300;

interface Choice {
  readonly id: string;
}

export interface SurveyAsked {
  readonly id: string;
  readonly required: boolean;
  readonly body:
    | { readonly type: 'single' | 'multiple'; readonly choices: readonly Choice[] }
    | { readonly type: 'scale' | 'short-text' | 'long-text' };
}

export type SurveyGiven =
  | { readonly choice: string }
  | { readonly choices: readonly string[] }
  | { readonly scale: number }
  | { readonly text: string };

export interface SurveyFault {
  readonly questionId: string;
  /** `missing`: required and not answered. `unfit`: not an answer to this question. `long`: too long for one line. */
  readonly code: 'missing' | 'unfit' | 'long';
}

/** What keeps these answers from being sent, in the questions' order; then answers to nothing that was asked. */
export function surveyFaults(
  questions: readonly SurveyAsked[],
  answers: Readonly<Record<string, SurveyGiven>>,
): SurveyFault[] {
  const asked = new Set(questions.map(({ id }) => id));
  const faults = questions.flatMap((question): SurveyFault[] => {
    const code = faultOf(question, answers[question.id]);
    return code === null ? [] : [{ questionId: question.id, code }];
  });
  const strangers = Object.keys(answers).filter((id) => !asked.has(id));
  return [...faults, ...strangers.map((questionId): SurveyFault => ({ questionId, code: 'unfit' }))];
}

function faultOf({ required, body }: SurveyAsked, given: SurveyGiven | undefined): SurveyFault['code'] | null {
  if (given === undefined) return required ? 'missing' : null;
  switch (body.type) {
    case 'single':
      return 'choice' in given && body.choices.some(({ id }) => id === given.choice) ? null : 'unfit';
    case 'multiple':
      return 'choices' in given && areChoices(given.choices, body.choices) ? null : 'unfit';
    case 'scale':
      return 'scale' in given && SCALE.some((point) => point === given.scale) ? null : 'unfit';
    case 'short-text':
    case 'long-text':
      return 'text' in given && given.text.trim() !== '' ? tooLong(body.type, given.text) : 'unfit';
  }
}

/** Some of them, each once. */
const areChoices = (given: readonly string[], choices: readonly Choice[]): boolean =>
  given.length > 0 &&
  new Set(given).size === given.length &&
  given.every((chosen) => choices.some(({ id }) => id === chosen));

const tooLong = (type: string, text: string): 'long' | null =>
  type === 'short-text' && text.length > SHORT_ANSWER ? 'long' : null;
